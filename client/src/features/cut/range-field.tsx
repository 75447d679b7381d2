import { Field } from '@/components/ui/field'

interface RangeFieldProps {
  label: string
  value: number
  min: number
  max: number
  step: number
  words: (value: number) => string
  hint?: string
  onChange: (value: number) => void
}

/** A number on a track, told in words beside it. */
export function RangeField({ label, value, min, max, step, words, hint, onChange }: RangeFieldProps) {
  return (
    <Field label={label} aside={<span className="text-sm text-ink">{words(value)}</span>} hint={hint}>
      {(wiring) => (
        <input
          {...wiring}
          type="range"
          min={min}
          max={max}
          step={step}
          value={value}
          aria-valuetext={words(value)}
          onChange={(event) => onChange(Number(event.target.value))}
          className="touchable h-8 w-full"
        />
      )}
    </Field>
  )
}
