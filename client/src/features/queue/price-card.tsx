import type { Clip } from '@/api/clips'
import { useRehearsal } from '@/api/session'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PriceButton } from '@/components/ui/price-button'
import { formatMoney } from '@/lib/money'
import type { Decide } from './cancel-button'

/** The price rose between the press and the purchase: nothing was bought, and the person decides. */
export function PriceCard({ clip, decide }: { clip: Clip; decide: Decide }) {
  const rehearsal = useRehearsal()
  const price = clip.newPrice ?? clip.quoted
  return (
    <Notice
      tone="attention"
      title={`${formatMoney(clip.quoted)} → ${formatMoney(price)}`}
      className="mt-3"
      actions={
        <>
          <PriceButton
            verb="Go on"
            price={price}
            rehearsal={rehearsal}
            size="sm"
            busy={decide.isPending}
            onClick={() => decide.mutate({ kind: 'price', shownEach: price })}
          />
          <Button size="sm" look="quiet" busy={decide.isPending} onClick={() => decide.mutate({ kind: 'cancel' })}>
            Cancel the clip
          </Button>
        </>
      }
    >
      Venice asks more than the button said. Nothing has been paid.
    </Notice>
  )
}
