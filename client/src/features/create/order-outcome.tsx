import type { Problem } from '@/api/problem'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PriceButton } from '@/components/ui/price-button'
import { formatMoney } from '@/lib/money'
import { timeOfDay } from '@/lib/time'

interface OrderOutcomeProps {
  problem: Problem
  variations: number
  /** When the refusal arrived, milliseconds. */
  at: number
  onPrice: (each: number) => void
  onAgain: () => void
  onDismiss: () => void
}

/** Why an order was not taken, and the way out that fits the reason. */
export function OrderOutcome({ problem, variations, at, onPrice, onAgain, onDismiss }: OrderOutcomeProps) {
  const notNow = (
    <Button size="sm" look="quiet" onClick={onDismiss}>
      Not now
    </Button>
  )
  const newPrice = numberOf(problem.more['newPrice'])
  if (problem.type === 'price-changed' && newPrice !== null) {
    const actions = (
      <>
        <PriceButton verb="Generate" price={newPrice * variations} size="sm" onClick={() => onPrice(newPrice)} />
        {notNow}
      </>
    )
    return (
      <Notice role="alert" tone="attention" title="The price has changed" actions={actions}>
        {problem.message}
      </Notice>
    )
  }
  if (problem.type === 'over-budget') {
    const would = numberOf(problem.more['wouldCost'])
    return (
      <Notice
        role="alert"
        tone="refused"
        title={would === null ? 'Over budget' : `Over budget: this would cost ${formatMoney(would)}`}
        actions={notNow}
      >
        {problem.message}
      </Notice>
    )
  }
  if (problem.status === 503) {
    const wait = problem.retryAfter ?? numberOf(problem.more['retryAfter'])
    return (
      <Notice
        role="alert"
        tone="attention"
        title={wait === null ? 'Venice is away' : `Venice is away until about ${timeOfDay(at + wait * 1000)}`}
        actions={<Again onAgain={onAgain} notNow={notNow} />}
      >
        {problem.message} Everything you chose is kept.
      </Notice>
    )
  }
  const unknown = problem.offline || problem.status >= 500
  return (
    <Notice
      role="alert"
      tone={unknown ? 'attention' : 'refused'}
      title={unknown ? 'No answer came' : problem.title}
      actions={<Again onAgain={onAgain} notNow={notNow} />}
    >
      {unknown
        ? 'The order may have arrived. Send it again: the studio knows it by its mark and takes it only once.'
        : problem.message}
    </Notice>
  )
}

function Again({ onAgain, notNow }: { onAgain: () => void; notNow: React.ReactNode }) {
  return (
    <>
      <Button size="sm" onClick={onAgain}>
        Send again
      </Button>
      {notNow}
    </>
  )
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null
}
