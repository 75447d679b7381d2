import { Loading, Skeleton } from '@/components/ui/skeleton'
import { tile, wall } from './wall'

const small = [1, 2, 3, 4]

export function HomeSkeleton() {
  return (
    <Loading label="Loading your clips">
      <Skeleton className="mb-4 h-7 w-32" />
      <div className={wall}>
        <Skeleton className={tile} />
        {small.map((place) => (
          <Skeleton key={place} className={tile} />
        ))}
      </div>
    </Loading>
  )
}
