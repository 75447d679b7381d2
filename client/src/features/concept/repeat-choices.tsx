import type { Plan, PlanSettings, RepeatAs } from '@/api/projects'
import { Segmented } from '@/components/ui/segmented'
import { formatMoney } from '@/lib/money'

interface RepeatChoicesProps {
  offers: Plan['repeats']
  names: readonly string[]
  chosen: PlanSettings['repeats']
  onChoose: (section: number, as: RepeatAs) => void
}

const ways: readonly { value: RepeatAs; label: string }[] = [
  { value: 'allNew', label: 'All new' },
  { value: 'newAngle', label: 'New angle' },
  { value: 'sameFootage', label: 'Same footage' },
]

/** A section that comes again may be filmed anew, be seen from another angle, or be shown once more. */
export function RepeatChoices({ offers, names, chosen, onChoose }: RepeatChoicesProps) {
  if (offers.length === 0) return null
  return (
    <div className="grid gap-3">
      <h3 className="text-sm font-medium">What comes again in the song</h3>
      <ul className="grid gap-3">
        {offers.map((offer) => {
          const now = chosen.find((one) => one.section === offer.section)?.as ?? offer.chosen
          const name = names[offer.section] ?? `Section ${offer.section + 1}`
          const like = names[offer.repeatOf] ?? `section ${offer.repeatOf + 1}`
          return (
            <li key={offer.section} className="grid gap-1.5 rounded-lg border border-edge bg-raised px-4 py-3">
              <p>
                <span className="font-medium">{name}</span>
                <span className="text-ink-soft"> is like {like}</span>
                <Saving offer={offer} now={now} />
              </p>
              <Segmented
                label={`${name}, like ${like}`}
                value={now}
                onChange={(as) => onChoose(offer.section, as)}
                segments={ways.map(({ value, label }) => ({
                  value,
                  label: (
                    <>
                      {label}
                      <span className="font-normal text-ink-faint">{formatMoney(offer[value])}</span>
                    </>
                  ),
                }))}
              />
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Saving({ offer, now }: { offer: Plan['repeats'][number]; now: RepeatAs }) {
  const saved = offer.allNew - offer[now]
  const possible = offer.allNew - offer.sameFootage
  if (saved > 0) return <span className="text-sm text-done"> · saves {formatMoney(saved)}</span>
  return possible > 0 ? <span className="text-sm text-ink-faint"> · could save {formatMoney(possible)}</span> : null
}
