import { Field } from '@/components/ui/field'

interface SlideFieldProps {
  label: string
  min: number
  max: number
  step: number
  value: number
  /** The value, as it is shown and read aloud. */
  words: string
  onChange: (value: number) => void
}

/** A number between two bounds, by hand. */
export function SlideField({ label, words, onChange, ...range }: SlideFieldProps) {
  return (
    <Field label={label} aside={words}>
      {(wiring) => (
        <input
          {...wiring}
          {...range}
          type="range"
          aria-valuetext={words}
          onChange={(event) => onChange(Number(event.target.value))}
          className="h-8 w-full pointer-coarse:h-11"
        />
      )}
    </Field>
  )
}
