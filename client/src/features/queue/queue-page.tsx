import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useSearchParams } from 'wouter'
import { batchPages, clipCounts, type ClipFilter } from '@/api/clips'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { Tabs } from '@/components/ui/tabs'
import { BatchCard } from './batch-card'

const filters: readonly { value: ClipFilter; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'working', label: 'Working' },
  { value: 'attention', label: 'Needs you' },
  { value: 'done', label: 'Done' },
  { value: 'failed', label: 'Failed' },
]

/** Every order, where it stands, and what can be done about it. The filter is in the address and so survives a reload. */
export function QueuePage() {
  const [search, setSearch] = useSearchParams()
  const counts = useQuery(clipCounts())
  const filter = filters.find((one) => one.value === search.get('show'))?.value ?? 'all'
  const show = (value: ClipFilter) => setSearch(value === 'all' ? {} : { show: value }, { replace: true })
  const tabs = filters.map(({ value, label }) => ({
    value,
    label,
    count: value === 'all' ? undefined : counts.data?.[value],
  }))
  return (
    <>
      <PageHeader
        title="Queue"
        actions={
          <Link href="/create" className={buttonClass('plain')}>
            New clip
          </Link>
        }
      />
      <Tabs label="Orders" value={filter} onChange={show} tabs={tabs}>
        <Orders filter={filter} />
      </Tabs>
    </>
  )
}

function Orders({ filter }: { filter: ClipFilter }) {
  const orders = useInfiniteQuery(batchPages(filter))
  if (orders.isPending) return <OrdersSkeleton />
  if (orders.isError && !orders.data) {
    return <ProblemNotice problem={orders.error} onRetry={() => void orders.refetch()} retrying={orders.isFetching} />
  }
  const batches = orders.data.pages.flatMap((page) => page.items)
  if (batches.length === 0) return <NoOrders filter={filter} />
  return (
    <div className="grid grid-cols-1 gap-4" aria-busy={orders.isPlaceholderData || undefined}>
      {orders.isRefetchError && <ProblemNotice problem={orders.error} onRetry={() => void orders.refetch()} />}
      <ul className="grid grid-cols-1 gap-3" aria-label="Orders">
        {batches.map((batch) => (
          <BatchCard key={batch.id} batch={batch} filter={filter} />
        ))}
      </ul>
      {orders.hasNextPage && (
        <Button
          className="justify-self-center"
          busy={orders.isFetchingNextPage}
          onClick={() => void orders.fetchNextPage()}
        >
          Show earlier orders
        </Button>
      )}
    </div>
  )
}

const nothing: Record<ClipFilter, { title: string; text: string }> = {
  all: { title: 'No orders yet', text: 'What you generate is listed here while Venice works on it, and afterwards.' },
  working: {
    title: 'Nothing is running',
    text: 'Orders under way are shown here with their progress. You can close the browser meanwhile.',
  },
  attention: {
    title: 'Nothing waits for you',
    text: 'Orders stop here when only you can decide: a doubt, a consent, a new price.',
  },
  done: { title: 'No finished clips', text: 'Finished orders are listed here; their clips are in the gallery.' },
  failed: {
    title: 'Nothing has failed',
    text: 'An order that fails says here why, what it cost, and what to do next.',
  },
}

function NoOrders({ filter }: { filter: ClipFilter }) {
  const { title, text } = nothing[filter]
  return (
    <EmptyState
      title={title}
      action={
        <Link href="/create" className={buttonClass('lamp')}>
          Create a clip
        </Link>
      }
    >
      {text}
    </EmptyState>
  )
}

function OrdersSkeleton() {
  return (
    <Loading label="Loading the orders" className="grid gap-3">
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} className="h-29 rounded-lg" />
      ))}
    </Loading>
  )
}
