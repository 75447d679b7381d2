import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useRehearsal } from '@/api/session'
import { veniceStatus } from '@/api/venice'
import { useCreditShort } from '@/components/orders/credit-short'
import { ActBar } from '@/components/ui/act-bar'
import { Button } from '@/components/ui/button'
import { PriceButton } from '@/components/ui/price-button'
import { formatMoney } from '@/lib/money'
import type { Missing, Part } from './missing'
import type { Price } from './use-price'

interface GenerateBarProps {
  variations: number
  price: Price
  sending: boolean
  /** Empty until somebody has pressed with something missing. */
  missing: readonly Missing[]
  onGenerate: () => void
  onFocus: (part: Part) => void
  /** Why the last press came to nothing. Here, because the act is in sight and its place in the form may not be. */
  children: ReactNode
}

/** The act and its price, always in reach: at the foot of the form, and above the bar of a phone. */
export function GenerateBar({ variations, price, sending, missing, onGenerate, onFocus, children }: GenerateBarProps) {
  const rehearsal = useRehearsal()
  return (
    <ActBar within="column" className="grid gap-2">
      {children}
      <MissingLine missing={missing} onFocus={onFocus} />
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1.5">
        <PriceButton
          data-part="price"
          className="grow sm:grow-0"
          verb={variations > 1 ? `Generate ${variations}` : 'Generate'}
          price={price.quote?.total}
          stale={price.stale}
          rehearsal={rehearsal}
          busy={sending}
          onClick={onGenerate}
        />
        <Purse price={price} rehearsal={rehearsal} />
      </div>
    </ActBar>
  )
}

function MissingLine({ missing, onFocus }: { missing: readonly Missing[]; onFocus: (part: Part) => void }) {
  const [first] = missing
  if (!first) return null
  return (
    <p className="text-sm text-refused">
      <button
        type="button"
        className="text-left underline decoration-refused/50 underline-offset-2"
        onClick={() => onFocus(first.part)}
      >
        {first.sentence}
      </button>
      {missing.length > 1 && <span className="text-ink-faint"> And {missing.length - 1} more.</span>}
    </p>
  )
}

/** What there is to spend, and whether this fits into it. */
function Purse({ price, rehearsal }: { price: Price; rehearsal: boolean }) {
  const venice = useQuery(veniceStatus())
  const { quote, problem } = price
  const short = useCreditShort(quote?.total)
  if (problem) {
    return (
      <p className="flex items-center gap-2 text-sm text-attention">
        {problem.offline ? 'The studio does not answer.' : problem.message}
        <Button size="sm" onClick={price.ask}>
          Ask again
        </Button>
      </p>
    )
  }
  const left = leftOf(quote)
  if (quote && !quote.withinBudget) {
    return (
      <p className="text-sm text-attention">
        Over today’s budget: {formatMoney(quote.total)} of {formatMoney(Math.max(0, left ?? 0))} left.
      </p>
    )
  }
  if (short) return <p className="max-w-prose text-sm text-attention">{short}</p>
  const balance = venice.data?.balance
  const facts = [
    rehearsal
      ? 'Rehearsal: nothing is paid'
      : balance !== undefined && balance !== null && `Balance ${formatMoney(balance)}`,
    left !== null && `${formatMoney(left)} left today`,
    quote && quote.variations > 1 && quote.each % 10_000 === 0 && `${formatMoney(quote.each)} each`,
  ].filter(Boolean)
  return <p className="text-sm text-ink-faint">{facts.join(' · ')}</p>
}

function leftOf(quote: Price['quote']): number | null {
  const lefts = [quote?.leftForMember, quote?.leftForStudio].filter((left) => left !== undefined && left !== null)
  return lefts.length === 0 ? null : Math.min(...lefts)
}
