import { useQuery } from '@tanstack/react-query'
import { TriangleAlert } from 'lucide-react'
import { Link } from 'wouter'
import { veniceStatus } from '@/api/venice'
import { timeOfDay } from '@/lib/time'

/** When Venice is down, refuses the key or has paused: said once, over every page. */
export function VeniceNotice() {
  const { data: venice, dataUpdatedAt } = useQuery(veniceStatus())
  const rejected = venice?.key === 'rejected'
  const troubled = venice && (venice.notice || rejected || !venice.reachable)
  const back = venice?.retryAfterSeconds ? dataUpdatedAt + venice.retryAfterSeconds * 1000 : undefined
  return (
    <div role="status">
      {troubled && (
        <p className="flex flex-wrap items-center justify-center gap-x-2.5 border-b border-edge bg-lifted px-4 py-2 text-sm">
          <TriangleAlert aria-hidden className="size-4 shrink-0 text-attention" />
          <span>
            {venice.notice ??
              (rejected
                ? 'Venice refuses the studio’s key: nothing can be ordered until the owner has set another.'
                : 'Venice does not answer. Orders wait and go out by themselves; what is paid is still collected.')}
            {back && ` Tried again at ${timeOfDay(back)}.`}
          </span>
          <Link href="/settings/venice" className="text-ink-soft underline underline-offset-2 hover:text-ink">
            Venice’s state
          </Link>
        </p>
      )}
    </div>
  )
}
