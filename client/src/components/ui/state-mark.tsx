import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleSlash,
  Clock3,
  LoaderCircle,
  type LucideIcon,
} from 'lucide-react'
import { cx } from '@/lib/cx'

export type StateTone = 'waiting' | 'working' | 'done' | 'attention' | 'refused' | 'off'

const marks: Record<StateTone, { icon: LucideIcon; colour: string }> = {
  waiting: { icon: Clock3, colour: 'text-ink-soft' },
  working: { icon: LoaderCircle, colour: 'text-working' },
  done: { icon: CircleCheck, colour: 'text-done' },
  attention: { icon: CircleAlert, colour: 'text-attention' },
  refused: { icon: CircleSlash, colour: 'text-refused' },
  off: { icon: CircleDashed, colour: 'text-ink-faint' },
}

/** How something stands: a shape, a word and a colour, so that none of them carries it alone. */
export function StateMark({ tone, children, className }: { tone: StateTone; children: string; className?: string }) {
  const { icon: Icon, colour } = marks[tone]
  return (
    <span className={cx('inline-flex items-center gap-1.5 text-sm font-medium', colour, className)}>
      <Icon aria-hidden className={cx('size-4 shrink-0', tone === 'working' && 'motion-safe:animate-turn')} />
      {children}
    </span>
  )
}
