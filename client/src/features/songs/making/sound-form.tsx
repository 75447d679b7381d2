import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useRehearsal } from '@/api/session'
import { soundQuote, useOrderSounds, type OrderSounds, type SoundKind, type SoundModel } from '@/api/sounds'
import { ActBar } from '@/components/ui/act-bar'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { PriceButton } from '@/components/ui/price-button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Segmented } from '@/components/ui/segmented'
import { TextArea } from '@/components/ui/text-area'
import { toast } from '@/components/ui/toast'
import { newId } from '@/lib/ids'
import { OrderKey } from '@/lib/order-key'
import { readStored, writeStored } from '@/lib/storage'
import { useSettled } from '@/lib/use-settled'
import { emptySound, lackOf, quoteFor, settingsFor, wordChoices, wordsOf, type SoundDraft } from './sound-draft'
import { SoundFields } from './sound-fields'

const placeholders = {
  music: 'Slow trip-hop, 84 BPM, dusty drums, a cello, fog horns far away …',
  speech: 'It was the summer when the water did not go down again.',
}

const wordLabels = { own: 'My words', written: 'The model writes them', none: 'Instrumental' }

export function SoundForm({ kind, models }: { kind: SoundKind; models: readonly SoundModel[] }) {
  const stored = `studio.soundDraft.${kind}`
  const [draft, setDraft] = useState<SoundDraft>(() => ({ ...emptySound, ...readStored<SoundDraft>(stored) }))
  const [pressed, setPressed] = useState(false)
  const [dearer, setDearer] = useState(false)
  const change = (part: Partial<SoundDraft>) =>
    setDraft((before) => {
      const next = { ...before, ...part }
      writeStored(stored, next)
      return next
    })
  const open = models.filter((one) => one.available)
  const model = open.find((one) => one.id === draft.model) ?? open[0]
  const ordering = useSoundOrder(() => setPressed(false))
  const price = useSoundPrice(draft, model)
  if (!model) return <p className="text-ink-soft">Venice offers no model for this at the moment. Look again later.</p>

  const lack = lackOf(draft, model)
  const error = (field: string) => (pressed && lack?.field === field ? lack.sentence : ordering.problem?.about(field))
  const choices = wordChoices(model)
  const words = wordsOf(draft, model)
  const press = async () => {
    setPressed(true)
    setDearer(false)
    if (lack || !price.quote) return
    const shown = price.quote.each
    const quote = price.stale ? await price.now() : price.quote
    setDearer(quote !== null && quote.each > shown)
    if (!quote || quote.each > shown) return
    ordering.send({ ...settingsFor(draft, model), variations: draft.variations, shownEach: quote.each })
  }
  return (
    <form
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault()
        void press()
      }}
    >
      <Field label="Model">
        {(wiring) => (
          <Combobox
            {...wiring}
            label="Model"
            value={model.id}
            onChange={(id) => change({ model: id })}
            choices={models.map((one) => ({
              value: one.id,
              text: one.name,
              off: !one.available,
              ...(one.available ? {} : { words: one.unavailableBecause ?? '' }),
            }))}
          />
        )}
      </Field>
      <Field
        label={kind === 'music' ? 'What it sounds like' : 'What is read'}
        error={error('prompt')}
        aside={`${draft.prompt.length} of ${model.promptLimit}`}
      >
        {(wiring) => (
          <TextArea
            {...wiring}
            rows={4}
            placeholder={placeholders[kind]}
            value={draft.prompt}
            onChange={(event) => change({ prompt: event.target.value })}
          />
        )}
      </Field>
      {choices.length > 1 && (
        <Segmented
          label="Words"
          showLabel
          value={words}
          onChange={(next) => change({ words: next })}
          segments={choices.map((value) => ({ value, label: wordLabels[value] }))}
        />
      )}
      {words === 'own' && (
        <Field label="Lyrics" error={error('lyrics')}>
          {(wiring) => (
            <TextArea
              {...wiring}
              rows={6}
              value={draft.lyrics}
              onChange={(event) => change({ lyrics: event.target.value })}
            />
          )}
        </Field>
      )}
      <SoundFields model={model} draft={draft} onChange={change} />
      {ordering.problem && !ordering.problem.field && <ProblemNotice problem={ordering.problem} />}
      {price.problem && <ProblemNotice problem={price.problem} onRetry={price.ask} />}
      <ActBar within="column" className="grid gap-1.5">
        <PriceButton
          type="submit"
          className="sm:justify-self-start"
          verb={draft.variations > 1 ? `Make ${draft.variations} versions` : kind === 'music' ? 'Make it' : 'Speak it'}
          price={price.quote?.total}
          stale={price.stale}
          rehearsal={price.rehearsal}
          busy={ordering.sending}
        />
        {dearer && (
          <p role="status" className="text-sm text-attention">
            It costs more with these settings than what was shown. Press again to order at the new price.
          </p>
        )}
        {price.quote && !price.quote.withinBudget && (
          <p className="text-sm text-attention">
            This is over today’s budget: fewer versions or a shorter song may fit.
          </p>
        )}
      </ActBar>
    </form>
  )
}

function useSoundPrice(draft: SoundDraft, model: SoundModel | undefined) {
  const queries = useQueryClient()
  const rehearsal = useRehearsal()
  const wanted = model ? quoteFor(draft, model) : null
  const settled = useSettled(wanted, 300)
  const asked = useQuery(soundQuote(settled))
  const stale = asked.isPlaceholderData || asked.isError || JSON.stringify(wanted) !== JSON.stringify(settled)
  /** The price of what the form says at this moment; null when it cannot be had. */
  const now = () => queries.fetchQuery(soundQuote(wanted)).catch(() => null)
  return { quote: asked.data, stale, rehearsal, problem: asked.error, now, ask: () => void asked.refetch() }
}

/** Sends one order a press, under one key for as long as no answer has come. */
function useSoundOrder(onOrdered: () => void) {
  const order = useOrderSounds()
  const [keys] = useState(() => new OrderKey<OrderSounds>(newId))
  const send = (body: OrderSounds) => {
    if (order.isPending) return
    const attempt = keys.attempt(body)
    order.mutate(
      { body: attempt.order, key: attempt.key },
      {
        onSuccess: () => {
          keys.answered()
          onOrdered()
          toast('Ordered. It plays here when it is done.')
        },
        onError: (problem) => {
          if (problem.status >= 400 && problem.status < 500) keys.answered()
        },
      },
    )
  }
  return { send, sending: order.isPending, problem: order.error }
}
