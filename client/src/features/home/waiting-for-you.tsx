import { Link } from 'wouter'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** Orders that stand still until a person decides. */
export function WaitingForYou({ count }: { count: number }) {
  if (count === 0) return null
  return (
    <Notice
      tone="attention"
      title={count === 1 ? 'One order waits for your decision' : `${count} orders wait for your decision`}
      actions={
        <Link href="/queue" className={buttonClass('plain', 'sm')}>
          Decide in the queue
        </Link>
      }
    >
      A price went up, a provider asks for your agreement, or nobody knows whether Venice took the order. Nothing more
      is paid until you say so.
    </Notice>
  )
}
