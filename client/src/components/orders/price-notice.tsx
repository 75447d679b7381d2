import { useRehearsal } from '@/api/session'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PriceButton } from '@/components/ui/price-button'
import { formatMoney } from '@/lib/money'

interface PriceNoticeProps {
  /** What was ordered, as in "Cancel the clip". */
  what: string
  /** Micro-dollars that the button said. */
  before: number
  /** Micro-dollars that Venice asks. */
  now: number
  busy: boolean
  onAccept: () => void
  onCancel: () => void
}

/** The price rose between the press and the purchase: nothing was bought, and the person decides. */
export function PriceNotice({ what, before, now, busy, onAccept, onCancel }: PriceNoticeProps) {
  const rehearsal = useRehearsal()
  return (
    <Notice
      tone="attention"
      title={`${formatMoney(before)} → ${formatMoney(now)}`}
      actions={
        <>
          <PriceButton verb="Go on" price={now} rehearsal={rehearsal} size="sm" busy={busy} onClick={onAccept} />
          <Button size="sm" look="quiet" busy={busy} onClick={onCancel}>
            Cancel the {what}
          </Button>
        </>
      }
    >
      Venice asks more than the button said. Nothing has been paid.
    </Notice>
  )
}
