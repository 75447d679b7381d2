import { Segmented } from '@/components/ui/segmented'
import { clock } from '@/lib/time'
import { SlideField } from './slide-field'
import { secondsOf } from './sound-draft'
import type { SoundFieldsProps } from './sound-fields'

/** How long it gets: one of the model's lengths, or any between its bounds. */
export function LengthField({ model, draft, onChange }: SoundFieldsProps) {
  const seconds = secondsOf(draft, model)
  const { length } = model
  if (seconds === undefined || !length) return null
  if (length.options.length > 0) {
    return (
      <Segmented
        label="Length"
        showLabel
        value={String(seconds)}
        onChange={(value) => onChange({ seconds: Number(value) })}
        segments={length.options.map((value) => ({ value: String(value), label: clock(value) }))}
      />
    )
  }
  return (
    <SlideField
      label="Length"
      min={length.least ?? 1}
      max={length.most ?? 240}
      step={1}
      value={seconds}
      words={clock(seconds)}
      onChange={(next) => onChange({ seconds: next })}
    />
  )
}
