import type { SoundModel } from '@/api/sounds'
import { Field } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { cx } from '@/lib/cx'
import { languageChoices } from './languages'
import { LengthField } from './length-field'
import { SlideField } from './slide-field'
import { speedOf, takesLanguage, voiceOf, type SoundDraft } from './sound-draft'

export interface SoundFieldsProps {
  model: SoundModel
  draft: SoundDraft
  onChange: (part: Partial<SoundDraft>) => void
}

/** What only some models take: a length, a voice, a language, a pace, a loop; and how many versions. */
export function SoundFields({ model, draft, onChange }: SoundFieldsProps) {
  return (
    <>
      <LengthField model={model} draft={draft} onChange={onChange} />
      <Voices model={model} draft={draft} onChange={onChange} />
      <Pace model={model} draft={draft} onChange={onChange} />
      {model.loop && (
        <Switch
          label="Loop"
          hint="The end runs into the beginning, without a gap."
          checked={draft.loop}
          onChange={(loop) => onChange({ loop })}
        />
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

/** Who speaks or sings, and in which language. */
function Voices({ model, draft, onChange }: SoundFieldsProps) {
  const { voices } = model
  const language = takesLanguage(draft, model)
  if (voices.length === 0 && !language) return null
  return (
    <div className={cx('grid gap-5 sm:gap-4', voices.length > 0 && language && 'sm:grid-cols-2')}>
      {voices.length > 0 && (
        <Field label="Voice">
          {(wiring) => (
            <Select
              {...wiring}
              value={voiceOf(draft, model)}
              onChange={(event) => onChange({ voice: event.target.value })}
            >
              {voices.map((one) => (
                <option key={one} value={one}>
                  {one}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {language && (
        <Field label="Language">
          {(wiring) => (
            <Select
              {...wiring}
              value={draft.language ?? ''}
              onChange={(event) => onChange({ language: event.target.value || null })}
            >
              <option value="">As the words are</option>
              {languageChoices.map(([code, name]) => (
                <option key={code} value={code}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </div>
  )
}

function Pace({ model, draft, onChange }: SoundFieldsProps) {
  const value = speedOf(draft, model)
  if (value === undefined || !model.speed) return null
  const { least, most } = model.speed
  return (
    <SlideField
      label="Speed"
      min={least}
      max={most}
      step={0.05}
      value={value}
      words={`${value.toFixed(2)} ×`}
      onChange={(speed) => onChange({ speed })}
    />
  )
}
