import { useInfiniteQuery } from '@tanstack/react-query'
import { projectPages } from '@/api/projects'
import { OpenArchive } from '@/components/film/open-archive'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { NewVideo } from './new-video'
import { ProjectPoster } from './project-poster'

const wall = 'grid gap-3 sm:grid-cols-2 lg:grid-cols-3 2xl:grid-cols-4'
const places = ['a', 'b', 'c', 'd', 'e', 'f']

/** Every music video in the making. */
export function ProjectsPage() {
  const pages = useInfiniteQuery(projectPages())
  const all = pages.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <>
      <PageHeader title="Videos" actions={all.length > 0 && <NewVideo />}>
        The last one you touched comes first.
      </PageHeader>
      {pages.isPending ? (
        <Loading label="Loading your videos" className={wall}>
          {places.map((place) => (
            <Skeleton key={place} className="aspect-[16/11] rounded-lg" />
          ))}
        </Loading>
      ) : pages.isError && all.length === 0 ? (
        <ProblemNotice problem={pages.error} onRetry={() => void pages.refetch()} retrying={pages.isFetching} />
      ) : all.length === 0 ? (
        <EmptyState title="No video yet" action={<NewVideo look="lamp" />}>
          Take a song, say what the film should feel like, and the studio proposes every shot on the beat, with a
          picture and a price, before anything is filmed.
        </EmptyState>
      ) : (
        <ul aria-label="Videos" className={wall}>
          {all.map((project) => (
            <li key={project.id} className="aspect-[16/11]">
              <ProjectPoster project={project} />
            </li>
          ))}
        </ul>
      )}
      {pages.isSuccess && <OpenArchive className="mt-6 justify-items-start" />}
      {pages.hasNextPage && (
        <div className="mt-6 grid justify-items-center">
          <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            Older videos
          </Button>
        </div>
      )}
    </>
  )
}
