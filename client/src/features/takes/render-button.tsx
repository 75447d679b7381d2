import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useRehearsal } from '@/api/session'
import { takesQuote, useRenderTakes, type RenderOrder, type RenderWanted, type TakesQuote } from '@/api/takes'
import { useCreditShort } from '@/components/orders/credit-short'
import type { ButtonProps } from '@/components/ui/button'
import { PriceButton } from '@/components/ui/price-button'
import { toast } from '@/components/ui/toast'
import { newId } from '@/lib/ids'
import { OrderKey } from '@/lib/order-key'

interface RenderButtonProps extends Pick<ButtonProps, 'look' | 'size'> {
  project: string
  wanted: RenderWanted
  /** What the button does, for so many shots. */
  verb: (shots: number) => string
  onOrdered?: () => void
}

/** Films a scope, with its price. Why it cannot be, or what is left out, is said under it. */
export function RenderButton({ project, wanted, verb, onOrdered, look = 'lamp', size = 'lg' }: RenderButtonProps) {
  const quote = useQuery(takesQuote(project, wanted))
  const { order, busy, refused } = useOrdering(project, onOrdered)
  const rehearsal = useRehearsal()
  const told = quote.data
  const short = useCreditShort(told?.total)
  const why = refused ?? quote.error?.message ?? (told ? (whyNot(told) ?? short) : null)
  return (
    <div className="grid grow gap-1">
      <PriceButton
        verb={verb(told?.shots ?? 0)}
        look={look}
        size={size}
        price={told?.total}
        stale={quote.isFetching}
        rehearsal={rehearsal}
        off={!told || told.stop != null || !told.withinBudget}
        busy={busy}
        onClick={() => told && order({ ...wanted, shownTotal: told.total })}
      />
      {why && (
        <p role="alert" className="max-w-prose text-sm text-attention">
          {why}
        </p>
      )}
    </div>
  )
}

/** Why a quote cannot be ordered, in a sentence. */
export function whyNot({ stop, withinBudget }: TakesQuote): string | null {
  return stop ?? (withinBudget ? null : 'This is over a budget. Film a part of the shots, or raise the budget.')
}

/** Ordering, once a press: a lost answer and a second press make one order. */
export function useOrdering(project: string, onOrdered?: () => void) {
  const render = useRenderTakes(project)
  const [keys] = useState(() => new OrderKey<RenderOrder>(newId))
  const order = (wanted: RenderOrder) => {
    if (render.isPending) return
    const attempt = keys.attempt(wanted)
    render.mutate(attempt, {
      onSuccess: (takes) => {
        keys.answered()
        toast(takes.length === 1 ? 'One shot is being filmed.' : `${takes.length} shots are being filmed.`)
        onOrdered?.()
      },
      onError: (problem) => {
        if (!problem.offline) keys.answered()
      },
    })
  }
  return {
    order: (wanted: RenderOrder) => order(wanted),
    busy: render.isPending,
    refused: render.error?.message ?? null,
  }
}
