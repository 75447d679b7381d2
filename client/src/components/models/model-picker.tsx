import { useQuery } from '@tanstack/react-query'
import { ArrowRight, X } from 'lucide-react'
import { priceHints, type VideoModel } from '@/api/catalog'
import { Badge } from '@/components/ui/badge'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { formatMoney } from '@/lib/money'
import { durationWords, secondsOf } from '@/lib/offer-words'
import { day } from '@/lib/time'
import { listedModels, makes, modelOfRow, type ListedModel } from './model-list'

interface ModelPickerProps {
  models: readonly VideoModel[]
  model: VideoModel | null
  onPick: (id: string) => void
  error: string | undefined
  /** What changed with the last choice. */
  notes: readonly string[]
  onNotesRead: () => void
}

export function ModelPicker({ models, model, onPick, error, notes, onNotesRead }: ModelPickerProps) {
  const hints = useQuery(priceHints())
  const choices = listedModels(models, hints.data ?? [])
  const chosen = choices.find((choice) => choice.model.id === model?.id)
  return (
    <div className="grid gap-2">
      <Field label="Model" error={error}>
        {(wiring) => (
          <div data-part="model">
            <Combobox
              {...wiring}
              label="Model"
              placeholder="Choose a model"
              value={chosen?.id ?? null}
              onChange={(id) => onPick(modelOfRow(id))}
              choices={choices.map((choice) => ({
                value: choice.id,
                text: choice.model.name,
                group: choice.heading,
                words: `${choice.model.id} ${choice.model.private ? 'private' : 'anonymous'} ${makes(choice.model)}`,
                row: <ModelRow {...choice} />,
                off: !choice.model.available,
              }))}
              shown={model && <span className="font-medium">{model.name}</span>}
            />
          </div>
        )}
      </Field>
      {model && <ModelFacts model={model} />}
      <div role="status">
        {notes.length > 0 && (
          <div className="flex items-start gap-2 rounded-md border border-edge bg-lifted py-1.5 pr-1.5 pl-3 text-sm">
            <ul className="grid grow gap-0.5 py-1">
              {notes.map((note) => (
                <li key={note} className="flex gap-2">
                  <ArrowRight aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-faint" />
                  {note}
                </li>
              ))}
            </ul>
            <IconButton icon={X} label="Dismiss what changed" onClick={onNotesRead} />
          </div>
        )}
      </div>
    </div>
  )
}

function ModelFacts({ model }: { model: VideoModel }) {
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm text-ink-faint">
      <Privacy model={model} />
      {model.beta && <Badge>Beta</Badge>}
      <span>{makes(model)}</span>
      {model.retiresAt && <span className="text-attention">Retires on {day(model.retiresAt)}</span>}
    </p>
  )
}

function ModelRow({ model, hint }: ListedModel) {
  return (
    <span className="grid grid-cols-1 gap-0.5">
      <span className="flex items-baseline justify-between gap-3">
        <span className="truncate font-medium">{model.name}</span>
        {hint && (
          <span className="text-sm whitespace-nowrap text-ink-soft">
            from {formatMoney(hint.microDollars)}
            {hint.duration && secondsOf(hint.duration) !== null && (
              <span className="text-ink-faint"> / {durationWords(hint.duration)}</span>
            )}
          </span>
        )}
      </span>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-ink-faint">
        <Privacy model={model} />
        {model.beta && <Badge>Beta</Badge>}
        <span>{makes(model)}</span>
        {model.retiresAt && <span className="text-attention">retires on {day(model.retiresAt)}</span>}
      </span>
      {!model.available && (
        <span className="text-xs text-attention">
          {model.unavailableBecause ?? 'Venice does not offer it at the moment.'}
        </span>
      )}
    </span>
  )
}

/** Private: Venice runs the model itself and keeps nothing; the others pass through a provider without a name on them. */
function Privacy({ model }: { model: VideoModel }) {
  return <Badge>{model.private ? 'Private' : 'Anonymous'}</Badge>
}
