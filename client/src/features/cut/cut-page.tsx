import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { cutOf, type CutView } from '@/api/films'
import type { Project } from '@/api/projects'
import { useFilmKeys } from '@/components/film/film-keys'
import { buttonClass } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { EmptyState } from '@/components/ui/empty-state'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { songPlayer } from '@/lib/song-player'
import { useWide } from '@/lib/use-wide'
import { Arrangement } from './arrangement'
import { ComposeBar } from './compose-bar'
import { CutStage } from './cut-stage'
import { FilmScreen } from './film-screen'
import { ScorecardSection } from './scorecard-section'
import { SpanInspector } from './span-inspector'
import { useCutting } from './use-cutting'
import { WordsAndFades } from './words-and-fades'

/** The film as it is cut: watched over its song, arranged, composed and measured. */
export function CutPage({ project }: { project: Project }) {
  const cut = useQuery(cutOf(project.id))
  if (cut.isPending) return <CutSkeleton />
  if (!cut.data) {
    if (cut.error?.type === 'no-board') return <NoCut project={project} />
    return <ProblemNotice problem={cut.error} onRetry={() => void cut.refetch()} retrying={cut.isFetching} />
  }
  return <Desk key={project.id} project={project} view={cut.data} />
}

function Desk({ project, view: first }: { project: Project; view: CutView }) {
  const cutting = useCutting(project, first)
  const wide = useWide()
  const { open, openShot, step, toCut, undo, redo } = cutting
  useFilmKeys({
    ' ': songPlayer.toggle,
    ',': () => step(-1),
    '.': () => step(1),
    ArrowLeft: () => songPlayer.seek(songPlayer.time - 1),
    ArrowRight: () => songPlayer.seek(songPlayer.time + 1),
    j: () => toCut(1),
    k: () => toCut(-1),
    'mod+z': undo,
    'mod+shift+z': redo,
    'mod+y': redo,
    Escape: () => openShot(null),
  })
  const inspector = open && <SpanInspector key={open.shotId} cutting={cutting} span={open} />
  return (
    <>
      <div className={wide ? 'grid grid-cols-[minmax(0,1fr)_24rem] items-start gap-5' : 'grid grid-cols-1'}>
        <div className="grid min-w-0 grid-cols-1 gap-4">
          <section aria-label="The film" className="overflow-hidden rounded-lg border border-edge">
            <FilmScreen cutting={cutting} />
            <CutStage cutting={cutting} />
          </section>
          <Arrangement cutting={cutting} />
        </div>
        {wide && (
          <aside
            aria-label={open ? `Shot ${open.number}` : 'Measured'}
            className="sticky top-4 max-h-[calc(100dvh-8rem)] overflow-y-auto overscroll-contain rounded-lg border border-edge bg-raised p-4"
          >
            {inspector ?? <ScorecardSection cutting={cutting} />}
          </aside>
        )}
      </div>
      <div className="mt-8 grid grid-cols-1 gap-8">
        {!wide && <ScorecardSection cutting={cutting} />}
        <WordsAndFades cutting={cutting} />
      </div>
      <ComposeBar cutting={cutting} />
      {!wide && (
        <Dialog
          open={open !== null}
          onOpenChange={() => openShot(null)}
          title={open ? `Shot ${open.number}` : 'Shot'}
          hideTitle
          shape="sheet"
          width="sm"
        >
          <div className="pt-4">{inspector}</div>
        </Dialog>
      )}
    </>
  )
}

function NoCut({ project }: { project: Project }) {
  return (
    <EmptyState
      title="Nothing to cut yet"
      action={
        <Link href={`/projects/${project.id}/concept`} className={buttonClass('lamp')}>
          Go to the concept
        </Link>
      }
    >
      The cut follows from the storyboard: every shot has its place in the song, and shows its take, your footage or its
      still. Here it is watched, trimmed and put together.
    </EmptyState>
  )
}

function CutSkeleton() {
  return (
    <Loading label="Loading the cut" className="grid gap-4">
      <Skeleton className="aspect-video max-h-[56dvh] w-full rounded-lg" />
      <Skeleton className="h-44 rounded-lg" />
      <Skeleton className="h-32 rounded-lg" />
    </Loading>
  )
}
