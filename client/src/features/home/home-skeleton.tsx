import { Loading, Skeleton } from '@/components/ui/skeleton'
import { wallOf, wholeWall } from './wall'

const { wall, tile } = wallOf(wholeWall)
const small = Array.from({ length: wholeWall - 1 }, (_, place) => place)

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
