import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { spend } from '@/api/spend'
import { useIsOwner, useRehearsal } from '@/api/session'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { DayBars } from './day-bars'
import { Figures } from './figures'
import { LedgerLines } from './ledger-lines'
import { MemberSpend } from './member-spend'

/** What was quoted, paid, promised and given back. */
export function SpendPage() {
  const money = useQuery(spend())
  const owner = useIsOwner()
  const rehearsal = useRehearsal()
  return (
    <>
      <PageHeader
        title="Spend"
        actions={
          owner && (
            <Link href="/settings/budgets" className={buttonClass('plain')}>
              Set budgets
            </Link>
          )
        }
      >
        {rehearsal
          ? 'A rehearsal counts as if it were real, and pays nothing.'
          : owner
            ? 'The whole studio. Days begin at midnight UTC.'
            : 'Your own orders. Days begin at midnight UTC.'}
      </PageHeader>
      {money.isPending && <SpendSkeleton />}
      {money.isError && !money.data && (
        <ProblemNotice problem={money.error} onRetry={() => void money.refetch()} retrying={money.isFetching} />
      )}
      {money.data && (
        <div className="grid grid-cols-1 gap-10">
          <Figures money={money.data} />
          {money.data.latest.length === 0 ? (
            <EmptyState
              title="Nothing was ordered yet"
              action={
                <Link href="/create" className={buttonClass('plain')}>
                  Make a clip
                </Link>
              }
            >
              Every order is written down here: what was quoted, what was paid, and what came back for clips that
              failed.
            </EmptyState>
          ) : (
            <>
              <DayBars days={money.data.days} />
              {money.data.members.length > 0 && <MemberSpend members={money.data.members} />}
              <LedgerLines lines={money.data.latest} />
            </>
          )}
        </div>
      )}
    </>
  )
}

function SpendSkeleton() {
  return (
    <Loading label="Loading what was spent" className="grid gap-10">
      <div className="grid gap-px sm:grid-cols-2 lg:grid-cols-4">
        {[1, 2, 3, 4].map((place) => (
          <Skeleton key={place} className="h-[8.25rem]" />
        ))}
      </div>
      <Skeleton className="h-56" />
      <Skeleton className="h-80" />
    </Loading>
  )
}
