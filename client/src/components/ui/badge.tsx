import type { ReactNode } from 'react'
import { cx } from '@/lib/cx'

/** A short fact about something: "Private", "Beta". */
export function Badge({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <span
      className={cx(
        'inline-flex items-center gap-1 rounded-sm border border-edge bg-lifted px-1.5 py-px text-xs font-medium text-ink-soft',
        className,
      )}
    >
      {children}
    </span>
  )
}
