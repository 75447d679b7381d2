import { useQuery } from '@tanstack/react-query'
import { clipForecast } from '@/api/clips'
import { leftUntilLast } from '@/lib/progress'
import { useNow } from '@/lib/use-now'

/** "about 4 min left" until an order, or all that a video waits for, should be complete. Null where nobody can say. */
export function useTimeLeft(what: { batch: string } | { project: string }, underWay: boolean): string | null {
  const now = useNow(5000)
  const { data } = useQuery({ ...clipForecast(), enabled: underWay })
  if (!underWay || !data) return null
  const orders = data.filter((one) => ('batch' in what ? one.batchId === what.batch : one.projectId === what.project))
  return leftUntilLast(
    orders.map((one) => one.readyAt),
    now,
  )
}
