import { useQuery } from '@tanstack/react-query'
import { useRehearsal } from '@/api/session'
import { veniceStatus } from '@/api/venice'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { formatMoney } from '@/lib/money'
import { moment } from '@/lib/time'

interface UncertainNoticeProps {
  /** What was ordered, as in "this clip". */
  what: string
  /** Why nobody knows. */
  sentence: string | null | undefined
  /** Micro-dollars that it costs, if it was charged. */
  price: number
  sentAt: string
  busy: boolean
  onCharged: () => void
  onAgain: () => void
}

/** Nobody knows whether Venice took an order. Only a person who looks can tell; nothing is sent again by itself. */
export function UncertainNotice(props: UncertainNoticeProps) {
  const { what, sentence, sentAt, busy, onCharged, onAgain } = props
  const venice = useQuery(veniceStatus())
  const rehearsal = useRehearsal()
  const price = formatMoney(props.price)
  const balance = venice.data?.balance
  return (
    <Notice
      tone="attention"
      title="Was this one charged?"
      actions={
        <>
          <Button size="sm" busy={busy} onClick={onCharged}>
            It was charged
          </Button>
          <Button size="sm" busy={busy} onClick={onAgain}>
            Send again · {price}
          </Button>
        </>
      }
    >
      <p>{sentence || 'Venice’s answer to this order was lost, so it may or may not have been taken.'}</p>
      <dl className="mt-2 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <Fact name="Amount">{price}</Fact>
        <Fact name="Sent">{moment(sentAt)}</Fact>
        {balance !== undefined && balance !== null && (
          <Fact name={rehearsal ? 'Rehearsal balance now' : 'Balance now'}>{formatMoney(balance)}</Fact>
        )}
      </dl>
      <p className="mt-2 text-sm">
        Look for {price} at that time in Venice’s usage history. If it is there, this {what} was charged. Sent again
        although it was charged, it costs a second time.
      </p>
    </Notice>
  )
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <div className="flex gap-1.5">
      <dt className="text-ink-faint">{name}</dt>
      <dd className="font-medium text-ink">{children}</dd>
    </div>
  )
}
