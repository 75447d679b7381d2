import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { boardOf, type Board } from '@/api/board'
import type { Project } from '@/api/projects'
import { useLinkedShotInSight } from '@/components/film/shot-in-address'
import { buttonClass } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { Notice } from '@/components/ui/notice'
import { lazyPart } from '@/lib/lazy-part'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { readStored, writeStored } from '@/lib/storage'
import { useWide } from '@/lib/use-wide'
import { BoardBar } from './board-bar'
import { BoardFoot } from './board-foot'
import { BoardHead } from './board-head'
import { DirectionNotice } from './direction-notice'
import { SelectionBar } from './selection-bar'
import { ShotEditor } from './shot-editor'
import { ShotViews, type BoardView } from './shot-views'
import { useStoryboardKeys } from './storyboard-keys'
import { useStoryboard } from './use-storyboard'

const Proposals = lazyPart(() => import('./proposals').then((file) => file.Proposals))

const viewKey = 'studio.boardView'

/** The board: every shot of the film over its song. */
export function StoryboardPage({ project }: { project: Project }) {
  const board = useQuery(boardOf(project.id))
  if (board.isPending) return <BoardSkeleton />
  if (board.isError && !board.data) {
    return <ProblemNotice problem={board.error} onRetry={() => void board.refetch()} retrying={board.isFetching} />
  }
  if (!board.data) return <NoBoard project={project} />
  return <BoardDesk key={project.id} project={project} board={board.data} />
}

function BoardDesk({ project, board }: { project: Project; board: Board }) {
  const desk = useStoryboard(project, board)
  const wide = useWide()
  const [view, setView] = useState<BoardView>(() => readStored<BoardView>(viewKey) ?? 'grid')
  const [reading, setReading] = useState(false)
  useStoryboardKeys(desk)
  useLinkedShotInSight(desk.open)
  const { open, openShot, picks } = desk
  const editor = open && <ShotEditor key={open.id} desk={desk} shot={open} />
  return (
    <>
      <div className="grid gap-4">
        <BoardHead desk={desk} />
        <DirectionNotice desk={desk} onRead={() => setReading(true)} />
        {board.note && <Notice tone="attention">{board.note}</Notice>}
        <BoardBar
          desk={desk}
          view={view}
          onView={(next) => {
            setView(next)
            writeStored(viewKey, next)
          }}
        />
        <div className={wide && open ? 'grid grid-cols-[minmax(0,1fr)_24rem] items-start gap-5' : 'grid grid-cols-1'}>
          <ShotViews desk={desk} view={view} />
          {wide && open && (
            <aside
              aria-label={`Shot ${open.number}`}
              className="sticky top-4 max-h-[calc(100dvh-7rem)] overflow-y-auto overscroll-contain rounded-lg border border-edge bg-raised p-4"
            >
              {editor}
            </aside>
          )}
        </div>
      </div>
      {picks.on ? <SelectionBar desk={desk} /> : <BoardFoot desk={desk} />}
      {!wide && (
        <Dialog
          open={open !== null}
          onOpenChange={() => openShot(null)}
          title={open ? `Shot ${open.number}` : 'Shot'}
          hideTitle
          shape="sheet"
          width="sm"
        >
          <div className="pt-4">{editor}</div>
        </Dialog>
      )}
      {reading && <Proposals desk={desk} onClose={() => setReading(false)} />}
    </>
  )
}

function NoBoard({ project }: { project: Project }) {
  return (
    <EmptyState
      title="No storyboard yet"
      action={
        <Link href={`/projects/${project.id}/concept`} className={buttonClass('lamp')}>
          Go to the concept
        </Link>
      }
    >
      Say what the film should be. The studio then cuts the song on its beats, and the director writes what every shot
      shows; each gets a picture and a price before anything is filmed.
    </EmptyState>
  )
}

const places = Array.from({ length: 8 }, (_, index) => index)

function BoardSkeleton() {
  return (
    <Loading label="Loading the storyboard" className="grid gap-4">
      <Skeleton className="h-66 rounded-lg" />
      <Skeleton className="h-10 w-64" />
      <div className="grid grid-cols-2 gap-2.5 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))]">
        {places.map((place) => (
          <Skeleton key={place} className="h-72 rounded-lg" />
        ))}
      </div>
    </Loading>
  )
}
