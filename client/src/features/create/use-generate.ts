import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import type { VideoModel } from '@/api/catalog'
import type { Clip } from '@/api/clips'
import type { Problem } from '@/api/problem'
import { toast } from '@/components/ui/toast'
import type { Draft } from '@/lib/draft'
import { missing, type Missing, type Part } from './missing'
import { orderFor, partOf } from './order'
import { useOrder } from './use-order'
import { usePrice, type Price } from './use-price'
import type { Upload } from './use-uploads'

export interface Generate {
  price: Price
  sending: boolean
  /** What is missing, once somebody has pressed. */
  shown: readonly Missing[]
  errors: Partial<Record<Part, string>>
  problem: Problem | null
  problemAt: number
  press: () => void
  /** Orders at a price that was shown after a refusal, micro-dollars each. */
  orderAt: (each: number) => void
  focus: (part: Part) => void
  dismiss: () => void
}

interface Wanted {
  draft: Draft
  model: VideoModel | null
  writing: boolean
  uploads: readonly Upload[]
}

/** What happens when "Generate" is pressed: what is missing is said and focused, or else the order goes out once. */
export function useGenerate({ draft, model, writing, uploads }: Wanted): Generate {
  const queries = useQueryClient()
  const price = usePrice(draft, model)
  const [pressed, setPressed] = useState(false)
  const [refused, setRefused] = useState<{ problem: Problem; draft: Draft; at: number } | null>(null)
  const [focusOn, setFocusOn] = useState<{ part: Part } | null>(null)

  const uploading = uploads.filter((upload) => !upload.problem).map((upload) => upload.slot)
  const priced = price.quote !== undefined && !price.stale
  const lacks = missing(draft, { model, writing, uploading, priced })
  // A refusal stands until something is edited: a draft is a new object after every edit.
  const standing = refused?.draft === draft ? refused.problem : null
  const shown = pressed ? lacks : []

  useEffect(() => {
    if (focusOn) focusPart(focusOn.part)
  }, [focusOn])

  const ordering = useOrder(
    (clips) => {
      setPressed(false)
      setRefused(null)
      toast(orderedWords(clips), { action: { label: 'Queue', run: () => navigate('/queue') } })
    },
    (problem) => {
      setRefused({ problem, draft, at: Date.now() })
      if (problem.field) setFocusOn({ part: partOf(problem.field) })
      void queries.invalidateQueries({ queryKey: ['quote'] })
      if (problem.status === 503) void queries.invalidateQueries({ queryKey: ['venice'] })
    },
  )

  const orderAt = (each: number) => {
    if (model) ordering.send(orderFor(draft, model, each))
  }
  const press = () => {
    const [first] = lacks
    setPressed(first !== undefined)
    if (first) setFocusOn({ part: first.part })
    else if (price.quote) orderAt(price.quote.each)
  }
  const dismiss = () => {
    ordering.dismiss()
    setRefused(null)
  }

  return {
    price,
    sending: ordering.sending,
    shown,
    errors: errorsOf(shown, standing),
    problem: standing?.field ? null : standing,
    problemAt: refused?.at ?? 0,
    press,
    orderAt,
    focus: (part) => setFocusOn({ part }),
    dismiss,
  }
}

function errorsOf(shown: readonly Missing[], refusal: Problem | null): Partial<Record<Part, string>> {
  const errors: Partial<Record<Part, string>> = {}
  for (const { part, sentence } of shown) errors[part] ??= sentence
  if (refusal?.field) errors[partOf(refusal.field)] = refusal.message
  return errors
}

/** Brings the keyboard to a part of the form, and the part into sight. */
function focusPart(part: Part) {
  const found = document.querySelector<HTMLElement>(`[data-part="${part}"]`)
  const target = found?.matches('button, textarea, input')
    ? found
    : found?.querySelector<HTMLElement>('button, textarea, input')
  target?.focus({ preventScroll: true })
  target?.scrollIntoView?.({ block: 'center' })
}

function orderedWords(clips: readonly Clip[]): string {
  return clips.length === 1
    ? 'Ordered. It plays here when it is done.'
    : `${clips.length} clips ordered. They play here when they are done.`
}
