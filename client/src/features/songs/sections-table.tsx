import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { cx } from '@/lib/cx'
import { songPlayer } from '@/lib/song-player'
import { clock } from '@/lib/time'
import { roleOf } from '@/components/song/roles'
import { playingSection, type Desk } from './use-desk'
import { SongTable } from './song-table'

const columns = [
  { name: 'Section' },
  { name: 'Begins', figures: true },
  { name: 'Bar', figures: true, wideOnly: true },
  { name: 'Length', figures: true },
  { name: 'Energy', wideOnly: true },
  { name: 'Acts', silent: true },
]

/** The sections as a table: the same as the coloured bands, for reading, for the keyboard and for a screen reader. */
export function SectionsTable({ desk }: { desk: Desk }) {
  const { hearing, names, bars, stage } = desk
  const playing = usePlaying(desk)
  if (hearing.sections.length === 0) {
    return <p className="text-ink-soft">No sections were found. Split the song where something new begins: press x.</p>
  }
  const barAt = (seconds: number) => bars.findLast((bar) => bar.start <= seconds + 0.05)?.number
  return (
    <SongTable label="Sections of the song" columns={columns}>
      {hearing.sections.map((section, index) => (
        <tr
          key={`${index} ${section.start}`}
          aria-current={index === playing ? 'true' : undefined}
          className={cx(
            'border-t border-edge',
            index === desk.selected && 'bg-lifted',
            index === playing && 'text-lamp-ink',
          )}
        >
          <th scope="row" className="py-1 pr-3 font-medium">
            <button
              type="button"
              aria-pressed={index === desk.selected}
              onClick={() => {
                desk.select(index)
                songPlayer.seek(section.start)
                if (section.start < stage.view.start || section.start > stage.view.end) {
                  stage.follows = true
                  stage.look({ start: section.start, end: section.start + stage.view.end - stage.view.start })
                }
              }}
              className="flex min-h-10 w-full items-center gap-2.5 rounded-md px-2 text-left pointer-coarse:min-h-11"
            >
              <span aria-hidden className={cx('h-5 w-1.5 rounded-full', roleOf(section.role).class)} />
              <span>
                {names[index]}
                {section.name && <span className="sr-only">, {roleOf(section.role).word}</span>}
              </span>
              {index === playing && <span className="hidden text-xs text-lamp-ink sm:inline">plays</span>}
            </button>
          </th>
          <td className="px-3 text-right">{clock(section.start)}</td>
          <td className="hidden px-3 text-right text-ink-soft sm:table-cell">{barAt(section.start) ?? '–'}</td>
          <td className="px-3 text-right text-ink-soft">{clock(section.end - section.start)}</td>
          <td className="hidden px-3 sm:table-cell">
            <Energy value={section.energy} colour={roleOf(section.role).class} />
          </td>
          <td className="pl-3 text-right">
            <Button
              size="sm"
              look="quiet"
              aria-label={`Change ${names[index]}`}
              aria-haspopup="dialog"
              className="lg:hidden"
              onClick={() => {
                desk.select(index)
                desk.inspect(true)
              }}
            >
              Change
            </Button>
          </td>
        </tr>
      ))}
    </SongTable>
  )
}

function Energy({ value, colour }: { value: number; colour: string }) {
  const percent = Math.round(value * 100)
  return (
    <span className="flex items-center gap-2 text-sm text-ink-soft">
      <span aria-hidden className="block h-1.5 w-20 overflow-hidden rounded-full bg-lifted">
        <span className={cx('block h-full rounded-full', colour)} style={{ width: `${percent}%` }} />
      </span>
      {percent}
    </span>
  )
}

/** The section that plays; changes a few times a song. */
function usePlaying(desk: Desk): number {
  const [playing, setPlaying] = useState(-1)
  const { stage } = desk
  useEffect(() => stage.onFrame(() => setPlaying(playingSection(desk))), [stage, desk])
  return playing
}
