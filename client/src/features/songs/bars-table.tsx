import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { songPlayer } from '@/lib/song-player'
import { sectionAt } from '@/components/song/bars'
import { fineClock } from '@/lib/fine-clock'
import type { Desk } from './use-desk'

const atOnce = 64

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
      <div className="overflow-x-auto">
        <table className="w-full min-w-[20rem] border-collapse text-left">
          <caption className="sr-only">Bars of the song</caption>
          <thead className="text-xs text-ink-faint">
            <tr>
              <th scope="col" className="py-2 pr-3 font-medium">
                Bar
              </th>
              <th scope="col" className="px-3 py-2 text-right font-medium">
                Begins
              </th>
              <th scope="col" className="px-3 py-2 text-right font-medium">
                Beats
              </th>
              <th scope="col" className="px-3 py-2 text-right font-medium">
                BPM
              </th>
              <th scope="col" className="px-3 py-2 font-medium">
                Section
              </th>
            </tr>
          </thead>
          <tbody>
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
          </tbody>
        </table>
      </div>
      {shown < bars.length && (
        <Button className="justify-self-center" onClick={() => setShown(shown + 4 * atOnce)}>
          Show more of the {bars.length} bars
        </Button>
      )}
    </div>
  )
}
