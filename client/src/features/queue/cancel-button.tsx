import { useState } from 'react'
import type { Clip, useDecideClip } from '@/api/clips'
import { isBeforePurchase } from '@/components/clips/clip-state'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { formatMoney } from '@/lib/money'

export type Decide = ReturnType<typeof useDecideClip>

/** Ends an order. Before the purchase that is all; after it, a person first learns that the money is spent. */
export function CancelButton({ clip, decide }: { clip: Clip; decide: Decide }) {
  const [asking, setAsking] = useState(false)
  const cancel = () => decide.mutate({ kind: 'cancel' }, { onSettled: () => setAsking(false) })
  return (
    <>
      <Button
        size="sm"
        busy={decide.isPending}
        onClick={() => (isBeforePurchase(clip.status) ? cancel() : setAsking(true))}
      >
        Cancel
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title="Give this clip up?"
        verb="Give it up"
        onConfirm={cancel}
        busy={decide.isPending}
        problem={decide.error}
      >
        <p>
          Venice has it already and takes no order back: its {formatMoney(clip.paid || clip.quoted)} is spent either
          way.
        </p>
        <p>What was paid for is still fetched and kept in your gallery; it only stops being something you wait for.</p>
      </Confirm>
    </>
  )
}
