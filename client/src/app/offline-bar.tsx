import { WifiOff } from 'lucide-react'
import { useReached } from '@/api/reach'

/** While the studio does not answer: what still holds, and that nobody needs to do anything. */
export function OfflineBar() {
  const reached = useReached()
  return (
    <div role="status">
      {!reached && (
        <p className="flex items-center justify-center gap-2.5 border-b border-edge bg-lifted px-4 py-2 text-sm">
          <WifiOff aria-hidden className="size-4 shrink-0 text-attention" />
          The studio cannot be reached. What runs on the server goes on; this page catches up by itself.
        </p>
      )}
    </div>
  )
}
