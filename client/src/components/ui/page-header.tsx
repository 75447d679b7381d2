import type { ReactNode } from 'react'
import { useTitle } from '@/lib/use-title'

export interface PageHeaderProps {
  title: string
  /** A sentence or figures under the title. */
  children?: ReactNode
  actions?: ReactNode
}

/** The page's name, once per page; also names the tab. */
export function PageHeader({ title, children, actions }: PageHeaderProps) {
  useTitle(title)
  return (
    <header className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="grid gap-1">
        <h1 className="display text-2xl">{title}</h1>
        {children && <div className="text-ink-soft">{children}</div>}
      </div>
      {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
    </header>
  )
}
