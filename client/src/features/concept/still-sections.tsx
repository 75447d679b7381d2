import type { AnySection } from '@/api/track-types'
import { roleOf } from '@/components/song/roles'
import { Checkbox } from '@/components/ui/checkbox'
import { Summary } from '@/components/ui/summary'
import { cx } from '@/lib/cx'
import { clock } from '@/lib/time'

interface StillSectionsProps {
  sections: readonly AnySection[]
  names: readonly string[]
  chosen: readonly number[]
  onChange: (chosen: number[]) => void
}

/** Sections that are shown as slowly moving pictures, for which no video is bought. */
export function StillSections({ sections, names, chosen, onChange }: StillSectionsProps) {
  return (
    <details open={chosen.length > 0}>
      <Summary>Sections without video{chosen.length > 0 && `: ${chosen.length}`}</Summary>
      <p className="mt-1 mb-3 text-sm text-ink-faint">
        Their stills move slowly instead, which suits quiet stretches and costs no clips.
      </p>
      <ul className="grid gap-2.5 sm:grid-cols-2">
        {sections.map((section, index) => (
          <li key={`${section.start}`}>
            <Checkbox
              label={
                <span className="flex items-center gap-2">
                  <span aria-hidden className={cx('h-4 w-1 rounded-full', roleOf(section.role).class)} />
                  {names[index]}
                  <span className="text-sm text-ink-faint">
                    {clock(section.start)} – {clock(section.end)}
                  </span>
                </span>
              }
              checked={chosen.includes(index)}
              onChange={(on) =>
                onChange(on ? [...chosen, index].toSorted((a, b) => a - b) : chosen.filter((one) => one !== index))
              }
            />
          </li>
        ))}
      </ul>
    </details>
  )
}
