import { memo, type ReactNode } from 'react'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'

interface WordsFieldProps {
  label: string
  hint?: ReactNode
  placeholder?: string
  value: string
  limit: number
  rows?: number
  onChange: (value: string) => void
  className?: string
}

/** Free text, with its limit named once it comes near. */
export const WordsField = memo(function WordsField(props: WordsFieldProps) {
  const { label, hint, placeholder, value, limit, rows = 1, onChange, className } = props
  const left = limit - value.length
  return (
    <Field
      label={label}
      hint={hint}
      aside={left < limit * 0.1 ? `${left} characters left` : undefined}
      className={className ?? ''}
    >
      {(wiring) =>
        rows === 1 ? (
          <TextInput
            {...wiring}
            value={value}
            maxLength={limit}
            placeholder={placeholder}
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <TextArea
            {...wiring}
            value={value}
            minRows={rows}
            maxLength={limit}
            placeholder={placeholder}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  )
})
