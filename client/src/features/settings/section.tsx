import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { useTitle } from '@/lib/use-title'

/** One page of the settings. */
export function Section({ title, lead, children }: { title: string; lead?: ReactNode; children: ReactNode }) {
  useTitle(`${title}, settings`)
  return (
    <section aria-labelledby="part">
      <h2 id="part" className="display text-xl">
        {title}
      </h2>
      {lead && <p className="mt-1.5 max-w-prose text-ink-soft">{lead}</p>}
      <div className="mt-6 grid gap-10">{children}</div>
    </section>
  )
}

/** A group inside it. */
export function Group({ title, lead, children }: { title?: string; lead?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid gap-4">
      {title && (
        <div>
          <h3 className="text-lg font-semibold">{title}</h3>
          {lead && <p className="mt-0.5 max-w-prose text-sm text-ink-faint">{lead}</p>}
        </div>
      )}
      {children}
    </div>
  )
}

/** Shows what was asked for once it is there; until then its shape, and why it is not. */
export function Answer<T>(props: {
  of: UseQueryResult<T>
  label: string
  height: string
  children: (data: T) => ReactNode
}) {
  const { of, label, height, children } = props
  if (of.data !== undefined) return children(of.data)
  if (of.isError) return <ProblemNotice problem={of.error} onRetry={() => void of.refetch()} retrying={of.isFetching} />
  return (
    <Loading label={label}>
      <Skeleton className={height} />
    </Loading>
  )
}

export const listClass = 'divide-y divide-edge rounded-lg border border-edge bg-raised'
