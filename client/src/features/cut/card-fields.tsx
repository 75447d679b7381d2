import { useState } from 'react'
import type { Cut } from '@/api/films'
import { Field } from '@/components/ui/field'
import { Switch } from '@/components/ui/switch'
import { TextInput } from '@/components/ui/text-input'
import { RangeField } from './range-field'

type Card = NonNullable<Cut['titleCard']>

interface CardFieldsProps {
  label: string
  hint: string
  card: Card | null
  /** What it says at first. */
  offer: Card
  onChange: (card: Card | null) => void
}

/** A card of words, which is there or not. A title is kept only while there is one: a card without words would be none. */
export function CardFields({ label, hint, card, offer, onChange }: CardFieldsProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const title = typed ?? card?.title ?? ''
  const name = label.toLowerCase()
  return (
    <div className="grid gap-3">
      <Switch
        label={label}
        hint={hint}
        checked={card !== null}
        onChange={(on) => {
          setTyped(null)
          onChange(on ? offer : null)
        }}
      />
      {card && (
        <div className="grid gap-3 border-l-2 border-edge-strong pl-3 sm:grid-cols-2">
          <Field
            label={`Words of the ${name}`}
            error={title.trim() ? undefined : 'Write something, or switch the card off.'}
          >
            {(wiring) => (
              <TextInput
                {...wiring}
                value={title}
                maxLength={200}
                onChange={(event) => {
                  setTyped(event.target.value)
                  if (event.target.value.trim()) onChange({ ...card, title: event.target.value })
                }}
                onBlur={() => title.trim() && setTyped(null)}
              />
            )}
          </Field>
          <Field label="A line under it" aside="optional">
            {(wiring) => (
              <TextInput
                {...wiring}
                value={card.under ?? ''}
                maxLength={300}
                onChange={(event) => onChange({ ...card, under: event.target.value || null })}
              />
            )}
          </Field>
          <RangeField
            label="Stands for"
            value={card.seconds}
            min={0.5}
            max={15}
            step={0.5}
            words={(now) => `${now.toFixed(1)} s`}
            onChange={(seconds) => onChange({ ...card, seconds })}
          />
        </div>
      )}
    </div>
  )
}
