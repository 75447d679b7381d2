import { useState } from 'react'
import type { ExportKind, MakeExport } from '@/api/exports'
import { Field } from '@/components/ui/field'
import { Summary } from '@/components/ui/summary'
import { TextInput } from '@/components/ui/text-input'
import { fineClock, readClock } from '@/lib/fine-clock'

type Options = Omit<MakeExport, 'kind'>

interface KindOptionsProps {
  kind: ExportKind
  kinds: readonly ('start' | 'seconds' | 'weight')[]
  value: Options
  onChange: (value: Options) => void
}

/** What can be said about a file before it is made; left alone, the studio takes the strongest place. */
export function KindOptions({ kind, kinds, value, onChange }: KindOptionsProps) {
  const [from, to, usual] = kind === 'gif' ? [1, 15, 4] : [3, 8, 5]
  return (
    <details className="text-sm">
      <Summary>{kinds.includes('seconds') ? 'From where and how long' : 'From where'}</Summary>
      <div className="mt-2 grid grid-cols-2 gap-3">
        <StartField value={value.start ?? null} onChange={(start) => onChange({ ...value, start })} />
        {kinds.includes('seconds') && (
          <Field label="Seconds">
            {(wiring) => (
              <TextInput
                {...wiring}
                type="number"
                min={from}
                max={to}
                step={0.5}
                placeholder={String(usual)}
                value={value.seconds ?? ''}
                onChange={(event) => onChange({ ...value, seconds: numberIn(event.target.value, from, to) })}
              />
            )}
          </Field>
        )}
        {kinds.includes('weight') && (
          <Field label="At most, MB">
            {(wiring) => (
              <TextInput
                {...wiring}
                type="number"
                min={1}
                max={100}
                placeholder="8"
                value={value.mostMegabytes ?? ''}
                onChange={(event) => {
                  const most = numberIn(event.target.value, 1, 100)
                  onChange({ ...value, mostMegabytes: most === null ? null : Math.round(most) })
                }}
              />
            )}
          </Field>
        )}
      </div>
    </details>
  )
}

function StartField({ value, onChange }: { value: number | null; onChange: (start: number | null) => void }) {
  const [text, setText] = useState(value === null ? '' : fineClock(value))
  const wrong = text.trim() !== '' && readClock(text) === null
  return (
    <Field label="From" error={wrong ? 'A time such as 1:04.5.' : undefined}>
      {(wiring) => (
        <TextInput
          {...wiring}
          placeholder="The strongest place"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            onChange(event.target.value.trim() ? readClock(event.target.value) : null)
          }}
        />
      )}
    </Field>
  )
}

function numberIn(text: string, from: number, to: number): number | null {
  const value = Number(text)
  return text.trim() === '' || !Number.isFinite(value) ? null : Math.max(from, Math.min(to, value))
}
