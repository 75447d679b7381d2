import { useQuery } from '@tanstack/react-query'
import { sounds } from '@/api/sounds'
import { EmptyState } from '@/components/ui/empty-state'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { SoundCard } from './sound-card'

/** What was ordered, newest first, to be heard and chosen from. */
export function SoundList() {
  const list = useQuery(sounds())
  if (list.isPending) {
    return (
      <Loading label="Loading what was made" className="grid content-start gap-3">
        <Skeleton className="h-32" />
        <Skeleton className="h-32" />
      </Loading>
    )
  }
  if (list.isError && !list.data) {
    return <ProblemNotice problem={list.error} onRetry={() => void list.refetch()} retrying={list.isFetching} />
  }
  const made = list.data.items
  if (made.length === 0) {
    return (
      <EmptyState title="Versions will be here">
        Order two or three: each comes out differently. Listen to them, take the best one as your song, and the studio
        hears its beat and sections.
      </EmptyState>
    )
  }
  return (
    <ul aria-label="Versions" className="grid content-start gap-3">
      {made.map((sound) => (
        <SoundCard key={sound.id} sound={sound} />
      ))}
    </ul>
  )
}
