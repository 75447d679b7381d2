import type { SoundModel } from '@/api/sounds'
import { Field } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { clock } from '@/lib/time'
import { secondsOf, voiceOf, type SoundDraft } from './sound-draft'

interface SoundFieldsProps {
  model: SoundModel
  draft: SoundDraft
  onChange: (part: Partial<SoundDraft>) => void
}

/** What only some models take: a length, a voice; and how many versions. */
export function SoundFields({ model, draft, onChange }: SoundFieldsProps) {
  const seconds = secondsOf(draft, model)
  const voice = voiceOf(draft, model)
  const { length } = model
  return (
    <>
      {seconds !== undefined && length && length.options.length > 0 && (
        <Segmented
          label="Length"
          showLabel
          value={String(seconds)}
          onChange={(value) => onChange({ seconds: Number(value) })}
          segments={length.options.map((value) => ({ value: String(value), label: clock(value) }))}
        />
      )}
      {seconds !== undefined && length && length.options.length === 0 && (
        <Field label="Length" aside={clock(seconds)}>
          {(wiring) => (
            <input
              {...wiring}
              type="range"
              min={length.least ?? 1}
              max={length.most ?? 240}
              step={1}
              value={seconds}
              aria-valuetext={clock(seconds)}
              onChange={(event) => onChange({ seconds: Number(event.target.value) })}
              className="h-8 w-full"
            />
          )}
        </Field>
      )}
      {model.voices.length > 0 && (
        <Field label="Voice">
          {(wiring) => (
            <Select {...wiring} value={voice} onChange={(event) => onChange({ voice: event.target.value })}>
              {model.voices.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      <Segmented
        label="Versions"
        showLabel
        value={String(draft.variations)}
        onChange={(value) => onChange({ variations: Number(value) })}
        segments={['1', '2', '3', '4'].map((value) => ({ value, label: value }))}
      />
    </>
  )
}
