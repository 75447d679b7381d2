import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useRehearsal } from '@/api/session'
import { takesQuote } from '@/api/takes'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { PriceButton } from '@/components/ui/price-button'
import { formatMoney } from '@/lib/money'
import { useOrdering, whyNot } from './render-button'

const everything = { scope: 'everything' } as const

/** Buys the whole film once more. The dearest act of the studio, so that it asks twice and says the price both times. */
export function EverythingAgain({ project, onClose }: { project: string; onClose: () => void }) {
  const [sure, setSure] = useState(false)
  const quote = useQuery(takesQuote(project, everything))
  const { order, busy, refused } = useOrdering(project, onClose)
  const rehearsal = useRehearsal()
  const { data } = quote
  const stop = refused ?? quote.error?.message ?? (data ? whyNot(data) : null)
  const price = data ? formatMoney(data.total) : '…'
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={sure ? `Buy all ${data?.shots ?? ''} shots a second time?` : 'Film everything again?'}
      width="md"
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            Keep what is there
          </Button>
          {sure ? (
            <PriceButton
              key="buy"
              verb={`Yes, buy ${data?.shots ?? 0} clips`}
              look="danger"
              size="md"
              price={data?.total}
              rehearsal={rehearsal}
              off={!data || stop !== null}
              busy={busy}
              onClick={() => data && order({ ...everything, shownTotal: data.total })}
            />
          ) : (
            <PriceButton
              key="ask"
              verb="Film everything again"
              look="plain"
              size="md"
              price={data?.total}
              rehearsal={rehearsal}
              off={!data || stop !== null}
              onClick={() => setSure(true)}
            />
          )}
        </>
      }
    >
      <div className="grid gap-3 text-ink-soft">
        {sure ? (
          <p>
            This pays {price} once more, whatever was paid already. Nothing of it comes back when you like the old takes
            better.
          </p>
        ) : (
          <p>
            Every approved shot gets another take, {data ? `${data.shots} in all` : 'all of them'}, for {price}. What is
            there stays, and you choose between old and new.
          </p>
        )}
        {stop && <Notice tone="attention">{stop}</Notice>}
      </div>
    </Dialog>
  )
}
