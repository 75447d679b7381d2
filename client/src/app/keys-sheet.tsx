import { Dialog } from '@/components/ui/dialog'
import { commandKey } from '@/lib/platform'
import { places } from './places'

const groups: readonly { title: string; keys: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Everywhere',
    keys: [
      [`${commandKey} K`, 'Find anything'],
      ['?', 'These keys'],
      ...places.map((place) => [`g ${place.key}`, place.name] as const),
      ['Esc', 'Close what is open'],
    ],
  },
  {
    title: 'Player',
    keys: [
      ['Space', 'Play or pause'],
      ['← →', 'Back or on by a second'],
      [', .', 'One frame back or on'],
      ['f', 'Full screen'],
      ['m', 'Sound on or off'],
      ['l', 'Play in a loop'],
      ['PgUp PgDn', 'The newer or the older clip'],
    ],
  },
  {
    title: 'Song',
    keys: [
      ['Space', 'Play or pause'],
      ['← →', 'A beat back or on'],
      ['Shift ← →', 'A bar back or on'],
      ['[ ]', 'The section before or the next'],
      ['+ − 0', 'Closer, wider, the whole song'],
      ['l', 'Loop the section'],
      ['k', 'Click on every beat'],
      ['d h', 'Double or halve the tempo'],
      ['t', 'Tap the tempo, then space or t'],
      [', .', 'Beats 5 ms earlier or later'],
      ['b', 'Beats half a beat later'],
      ['1', 'The one is at the playhead'],
      ['x', 'Split the section at the playhead'],
      [`${commandKey} Z`, 'Undo; with Shift, redo'],
    ],
  },
  {
    title: 'Storyboard',
    keys: [
      ['Space', 'Play or pause'],
      ['j k', 'The next shot or the one before'],
      ['x', 'Pick the shot; Shift click picks a row of them'],
      ['← →', 'On a cut: a beat earlier or later, with Alt freely'],
      ['Esc', 'End picking, or close the shot'],
      [`${commandKey} Z`, 'Undo; with Shift, redo'],
    ],
  },
]

export function KeysSheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Keys"
      description="Single keys rest while you type. Turn them off under Settings, Appearance."
      shape="sheet"
      width="sm"
    >
      <div className="grid gap-6">
        {groups.map((group) => (
          <section key={group.title}>
            <h3 className="mb-2 text-sm font-semibold text-ink-faint">{group.title}</h3>
            <dl className="grid grid-cols-[6rem_1fr] gap-y-2">
              {group.keys.map(([key, does]) => (
                <div key={key} className="contents">
                  <dt>
                    <kbd className="rounded-sm border border-edge-strong bg-well px-1.5 py-0.5 font-sans text-sm">
                      {key}
                    </kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
