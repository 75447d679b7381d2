import { useStop, type Together } from '@/api/stopping'
import { Button } from '@/components/ui/button'
import { toast } from '@/components/ui/toast'
import { cx } from '@/lib/cx'

interface StopButtonProps {
  /** How many stand in line. */
  count: number
  /** What one of them is called. */
  noun: string
  together: Together
  className?: string
}

/** Takes a whole line of orders back before it is bought. Nothing while there is no line. */
export function StopButton({ count, noun, together, className }: StopButtonProps) {
  const stop = useStop(together)
  if (count < 2) return null
  const press = () =>
    stop.mutate(undefined, {
      onSuccess: ({ stopped }) => toast(wordsOf(stopped, noun)),
      onError: (problem) => toast(problem.message, { tone: 'refused' }),
    })
  return (
    <Button size="sm" busy={stop.isPending} className={cx('shrink-0', className)} onClick={press}>
      Cancel {count} in line
    </Button>
  )
}

function wordsOf(stopped: number, noun: string): string {
  if (stopped === 0) return 'Nothing stood in line any more.'
  return stopped === 1
    ? `1 ${noun} was taken out of line. Nothing was paid for it.`
    : `${stopped} ${noun}s were taken out of line. Nothing was paid for them.`
}
