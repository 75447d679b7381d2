import { useQuery } from '@tanstack/react-query'
import { clipCounts } from '@/api/clips'

/** How many clips run, on the Queue's sign; with an exclamation mark when one waits for a person. */
export function QueueCount() {
  const counts = useQuery(clipCounts()).data
  if (!counts || counts.working + counts.attention === 0) return null
  const waits = counts.attention > 0
  return (
    <span
      className={`absolute -top-1.5 left-3 grid h-4 min-w-4 place-items-center rounded-full px-1 text-xs leading-none font-bold text-ground ${waits ? 'bg-attention' : 'bg-working'}`}
    >
      <span aria-hidden>{waits ? '!' : counts.working}</span>
      <span className="sr-only">
        {counts.working} running{waits && `, ${counts.attention} waiting for you`}:
      </span>
    </span>
  )
}
