import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { songPlayer } from '@/lib/song-player'
import { sectionAt } from '@/components/song/bars'
import { fineClock } from '@/lib/fine-clock'
import type { Desk } from './use-desk'
import { SongTable } from './song-table'

const atOnce = 64

const columns = [
  { name: 'Bar' },
  { name: 'Begins', figures: true },
  { name: 'Beats', figures: true },
  { name: 'BPM', figures: true },
  { name: 'Section' },
]

/** Every bar with its beginning, its beats and its tempo: the drawn lines as figures. */
export function BarsTable({ desk }: { desk: Desk }) {
  const [shown, setShown] = useState(atOnce)
  const { bars, hearing, names } = desk
  if (bars.length === 0) {
    return (
      <p className="max-w-prose text-ink-soft">
        There are no bars to list: no steady beat was heard. Tap the tempo, and they are drawn from your taps.
      </p>
    )
  }
  return (
    <div className="grid gap-3">
      <SongTable label="Bars of the song" columns={columns}>
        {bars.slice(0, shown).map((bar, index) => (
          <tr key={bar.number} className="border-t border-edge">
            <th scope="row" className="pr-3 font-medium">
              <button
                type="button"
                onClick={() => songPlayer.seek(bar.start)}
                className="min-h-8 min-w-10 rounded-md px-2 text-left hover:bg-lifted pointer-coarse:min-h-11"
              >
                {bar.number}
                <span className="sr-only">: go there</span>
              </button>
            </th>
            <td className="px-3 text-right">{fineClock(bar.start)}</td>
            <td className="px-3 text-right text-ink-soft">{bar.beats}</td>
            <td className="px-3 text-right text-ink-soft">
              {index < bars.length - 1 ? ((60 * bar.beats) / (bar.end - bar.start)).toFixed(1) : '–'}
            </td>
            <td className="px-3 text-ink-soft">{names[sectionAt(hearing.sections, bar.start + 0.01)] ?? ''}</td>
          </tr>
        ))}
      </SongTable>
      {shown < bars.length && (
        <Button className="justify-self-center" onClick={() => setShown(shown + 4 * atOnce)}>
          Show more of the {bars.length} bars
        </Button>
      )}
    </div>
  )
}
