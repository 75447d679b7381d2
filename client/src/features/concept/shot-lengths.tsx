import { useState } from 'react'
import { Field } from '@/components/ui/field'
import { TextInput } from '@/components/ui/text-input'
import type { Concept } from './use-saves'

/** The bounds that the studio takes, in seconds. */
const bounds = { shortest: { least: 0.4, most: 30 }, longest: { least: 1, most: 60 } }

/** How short and how long a shot may be. An empty field leaves it to the pace of the brief. */
export function ShotLengths({ concept }: { concept: Concept }) {
  const { plan, change } = concept
  const { shortest, longest } = plan
  return (
    <>
      <SecondsField
        label="Shortest shot"
        {...bounds.shortest}
        value={shortest ?? null}
        wrong={(seconds) => longest != null && seconds >= longest && 'It has to be shorter than the longest shot.'}
        onChange={(seconds) => change('plan', (now) => ({ ...now, shortest: seconds }))}
      />
      <SecondsField
        label="Longest shot"
        {...bounds.longest}
        value={longest ?? null}
        wrong={(seconds) => shortest != null && seconds <= shortest && 'It has to be longer than the shortest shot.'}
        onChange={(seconds) => change('plan', (now) => ({ ...now, longest: seconds }))}
      />
    </>
  )
}

interface SecondsFieldProps {
  label: string
  least: number
  most: number
  value: number | null
  /** What else speaks against a value, as a sentence. */
  wrong: (seconds: number) => string | false
  onChange: (seconds: number | null) => void
}

function SecondsField({ label, least, most, value, wrong, onChange }: SecondsFieldProps) {
  // Only while it is being typed: a plan that is taken over elsewhere shows its own number.
  const [typed, setTyped] = useState<string | null>(null)
  const error = typed === null ? undefined : mistakeIn(typed)
  const change = (text: string) => {
    setTyped(text)
    if (mistakeIn(text) === undefined) onChange(secondsIn(text))
  }

  function mistakeIn(text: string): string | undefined {
    const seconds = secondsIn(text)
    if (seconds === null) return undefined
    if (!(seconds >= least && seconds <= most)) return `Seconds from ${least} to ${most}, or nothing.`
    return wrong(seconds) || undefined
  }

  return (
    <Field label={label} aside="seconds" error={error}>
      {(wiring) => (
        <TextInput
          {...wiring}
          inputMode="decimal"
          autoComplete="off"
          placeholder="By the pace"
          value={typed ?? (value === null ? '' : String(value))}
          onChange={(event) => change(event.target.value)}
          onBlur={() => error === undefined && setTyped(null)}
        />
      )}
    </Field>
  )
}

/** Null for an empty field, not a number for words. A comma is taken for a point. */
function secondsIn(text: string): number | null {
  const plain = text.trim().replace(',', '.').replace(/\s*s$/, '')
  return plain === '' ? null : Number(plain)
}
