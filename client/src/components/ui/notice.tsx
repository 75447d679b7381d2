import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import { cx } from '@/lib/cx'

export type NoticeTone = 'info' | 'done' | 'attention' | 'refused'

const tones = {
  info: { icon: Info, colour: 'text-working', edge: 'border-working/45' },
  done: { icon: CircleCheck, colour: 'text-done', edge: 'border-done/45' },
  attention: { icon: TriangleAlert, colour: 'text-attention', edge: 'border-attention/45' },
  refused: { icon: CircleAlert, colour: 'text-refused', edge: 'border-refused/45' },
}

export interface NoticeProps {
  tone?: NoticeTone
  title?: ReactNode
  children?: ReactNode
  /** What to do about it. */
  actions?: ReactNode
  role?: 'alert' | 'status'
  className?: string
}

/** Something to know about this page or this thing, with its way out. */
export function Notice({ tone = 'info', title, children, actions, role, className }: NoticeProps) {
  const { icon: Icon, colour, edge } = tones[tone]
  return (
    <div role={role} className={cx('flex gap-3 rounded-lg border bg-raised px-4 py-3', edge, className)}>
      <Icon aria-hidden className={cx('mt-0.5 size-5 shrink-0', colour)} />
      <div className="grid min-w-0 grow gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-ink-soft">{children}</div>}
        {actions && <div className="mt-2 flex flex-wrap gap-2">{actions}</div>}
      </div>
    </div>
  )
}
