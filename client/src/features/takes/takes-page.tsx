import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { boardOf, type Board } from '@/api/board'
import type { Project } from '@/api/projects'
import { takesOf } from '@/api/takes'
import { useFilmKeys } from '@/components/film/film-keys'
import { bringIntoSight, useLinkedShotInSight } from '@/components/film/shot-in-address'
import { buttonClass } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { songPlayer } from '@/lib/song-player'
import { useWide } from '@/lib/use-wide'
import { PickedBar } from './picked-bar'
import { RefusalDesk } from './refusal-desk'
import { RenderBar } from './render-bar'
import { ShotPanel } from './shot-panel'
import { TakeWall } from './take-wall'
import { TakesHead } from './takes-head'
import { useTakes, type TakesDesk } from './use-takes'

/** Every approved shot is filmed here, and what was filmed is looked at. */
export function TakesPage({ project }: { project: Project }) {
  const board = useQuery(boardOf(project.id))
  const takes = useQuery(takesOf(project.id))
  if (board.isPending || takes.isPending) return <TakesSkeleton />
  const failed = [board, takes].find((query) => query.isError && query.data === undefined)
  if (failed) {
    return <ProblemNotice problem={failed.error} onRetry={() => void failed.refetch()} retrying={failed.isFetching} />
  }
  if (!board.data) return <NoBoard project={project} />
  return <Desk key={project.id} project={project} board={board.data} />
}

function Desk({ project, board }: { project: Project; board: Board }) {
  const desk = useTakes(project, board)
  const wide = useWide()
  useKeys(desk)
  useLinkedShotInSight(desk.open)
  const { open, openShot, picks } = desk
  const panel = open && <ShotPanel key={open.id} desk={desk} shot={open} />
  return (
    <>
      <div className="grid grid-cols-1 gap-4">
        <TakesHead desk={desk} />
        <RefusalDesk desk={desk} />
        <div className={wide && open ? 'grid grid-cols-[minmax(0,1fr)_24rem] items-start gap-5' : 'grid grid-cols-1'}>
          <TakeWall desk={desk} />
          {wide && open && (
            <aside
              aria-label={`Shot ${open.number}`}
              className="sticky top-4 max-h-[calc(100dvh-7rem)] overflow-y-auto overscroll-contain rounded-lg border border-edge bg-raised p-4"
            >
              {panel}
            </aside>
          )}
        </div>
      </div>
      {picks.on ? <PickedBar desk={desk} /> : <RenderBar desk={desk} />}
      {!wide && (
        <Dialog
          open={open !== null}
          onOpenChange={() => openShot(null)}
          title={open ? `Shot ${open.number}` : 'Shot'}
          hideTitle
          shape="sheet"
          width="sm"
        >
          <div className="pt-4">{panel}</div>
        </Dialog>
      )}
    </>
  )
}

function useKeys(desk: TakesDesk) {
  const { board, open, openShot, picks } = desk
  const step = (by: number) => {
    const at = open ? board.shots.findIndex((shot) => shot.id === open.id) : -1
    const next = board.shots[Math.max(0, Math.min(board.shots.length - 1, at + by))]
    if (!next) return
    openShot(next.id)
    bringIntoSight(next.id)
  }
  useFilmKeys({
    ' ': songPlayer.toggle,
    j: () => step(1),
    k: () => step(-1),
    x: (event) => open && picks.toggle(open.id, event.shiftKey),
    Escape: () => (picks.on ? picks.end() : open && openShot(null)),
  })
}

function NoBoard({ project }: { project: Project }) {
  return (
    <EmptyState
      title="Nothing to film yet"
      action={
        <Link href={`/projects/${project.id}/concept`} className={buttonClass('lamp')}>
          Go to the concept
        </Link>
      }
    >
      The storyboard says what every shot shows. Once it is written and approved, each shot is filmed here at the price
      that you approved, all of them side by side.
    </EmptyState>
  )
}

const places = Array.from({ length: 8 }, (_, index) => index)

function TakesSkeleton() {
  return (
    <Loading label="Loading the takes" className="grid gap-4">
      <Skeleton className="h-62 rounded-lg" />
      <div className="grid grid-cols-2 gap-2.5 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))]">
        {places.map((place) => (
          <Skeleton key={place} className="h-52 rounded-lg" />
        ))}
      </div>
    </Loading>
  )
}
