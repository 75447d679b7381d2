import { memo } from 'react'
import type { Shot, ShotWords } from '@/api/board'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { transitions, wordFields, type WordField } from './word-fields'
import type { WordsDraft } from './use-words-draft'

const writers: Record<Shot['writtenBy'], string> = {
  nobody: '',
  director: 'Written by the director',
  rules: 'Written by plain rules',
  creator: 'Written by you',
}

/** What the shot shows, in the words that Venice reads. Saved as they are typed. */
export function WordsForm({ shot, draft }: { shot: Shot; draft: WordsDraft }) {
  return (
    <div role="group" aria-label="Words" className="grid gap-3.5">
      {wordFields.map((field) => (
        <WordBox
          key={field.field}
          field={field}
          value={draft.words[field.field]}
          locked={shot.locked}
          onChange={draft.set}
        />
      ))}
      <p role="status" className="text-xs text-ink-faint">
        {draft.problem ? (
          <span className="text-refused">Not saved: {draft.problem.message}</span>
        ) : draft.state === 'typing' ? (
          'Saving …'
        ) : (
          writers[shot.writtenBy]
        )}
      </p>
    </div>
  )
}

interface WordBoxProps {
  field: WordField
  value: string
  locked: boolean
  onChange: (field: keyof ShotWords, text: string) => void
}

const WordBox = memo(function WordBox({ field, value, locked, onChange }: WordBoxProps) {
  const { field: name, label, rows, placeholder } = field
  return (
    <Field label={label}>
      {(wiring) => {
        if (name === 'transition') {
          const known = transitions.some((one) => one.value === value)
          return (
            <Select
              {...wiring}
              value={value || 'cut'}
              disabled={locked}
              onChange={(event) => onChange(name, event.target.value)}
            >
              {!known && value && <option value={value}>{value}</option>}
              {transitions.map((one) => (
                <option key={one.value} value={one.value}>
                  {one.label}
                </option>
              ))}
            </Select>
          )
        }
        const shared = { ...wiring, value, placeholder, maxLength: 1_000, readOnly: locked }
        return rows > 1 ? (
          <TextArea {...shared} minRows={rows} onChange={(event) => onChange(name, event.target.value)} />
        ) : (
          <TextInput {...shared} onChange={(event) => onChange(name, event.target.value)} />
        )
      }}
    </Field>
  )
})
