import type { ReactNode } from 'react'

export interface EmptyStateProps {
  title: string
  /** What will be here. */
  children: ReactNode
  /** One act to begin with. */
  action?: ReactNode
}

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className="grid content-start justify-items-start gap-3 self-start rounded-xl border border-dashed border-edge-strong px-6 py-10 sm:px-10 sm:py-14">
      <h2 className="display text-xl">{title}</h2>
      <p className="max-w-prose text-ink-soft">{children}</p>
      {action && <div className="mt-2">{action}</div>}
    </div>
  )
}
