import { Loading, Skeleton } from '@/components/ui/skeleton'

/** The rough shape of any page, while its file is on the way. */
export function PageSkeleton() {
  return (
    <Loading label="Loading the page">
      <Skeleton className="mb-6 h-9 w-44" />
      <div className="grid gap-4 lg:grid-cols-2">
        <Skeleton className="h-72" />
        <Skeleton className="h-72" />
      </div>
    </Loading>
  )
}
