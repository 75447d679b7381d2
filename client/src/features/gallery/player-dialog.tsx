import { useQuery } from '@tanstack/react-query'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Link } from 'wouter'
import { clipOf, type Clip } from '@/api/clips'
import { stateOf } from '@/components/clips/clip-state'
import { Button, buttonClass } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { ClipDetails } from './clip-details'
import { Player } from './player'

interface PlayerDialogProps {
  id: string
  /** The clip as the grid has it, which opens the player without waiting. */
  known: Clip | undefined
  previous: string | undefined
  next: string | undefined
  /** Opens another clip, or with nothing goes back to the grid. */
  onOpen: (id: string | undefined) => void
}

export function PlayerDialog({ id, known, previous, next, onOpen }: PlayerDialogProps) {
  const asked = useQuery({ ...clipOf(id), placeholderData: known })
  const clip = asked.data
  return (
    <Dialog
      open
      onOpenChange={() => onOpen(undefined)}
      title={clip ? `Clip by ${clip.modelName}` : 'Clip'}
      shape="full"
      width="xl"
    >
      {asked.isError && !clip ? (
        <ProblemNotice problem={asked.error} onRetry={() => void asked.refetch()} retrying={asked.isFetching} />
      ) : !clip ? (
        <Loading label="Loading the clip">
          <Skeleton className="aspect-video w-full" />
        </Loading>
      ) : (
        <div className="grid grid-cols-1 gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="min-w-0">
            {clip.media ? (
              <Player
                key={clip.id}
                clip={clip}
                onPrevious={() => previous && onOpen(previous)}
                onNext={() => next && onOpen(next)}
              />
            ) : (
              <NotYet clip={clip} />
            )}
            <nav aria-label="Other clips" className="mt-2 flex justify-between">
              <Button size="sm" look="quiet" off={!previous} onClick={() => onOpen(previous)}>
                <ChevronLeft aria-hidden className="size-4" />
                Newer
              </Button>
              <Button size="sm" look="quiet" off={!next} onClick={() => onOpen(next)}>
                Older
                <ChevronRight aria-hidden className="size-4" />
              </Button>
            </nav>
          </div>
          <ClipDetails key={clip.id} clip={clip} onGone={() => onOpen(next ?? previous)} />
        </div>
      )}
    </Dialog>
  )
}

/** A link to a clip that has no video, yet or ever. */
function NotYet({ clip }: { clip: Clip }) {
  return (
    <Notice
      title={stateOf(clip).word}
      actions={
        <Link href="/queue" className={buttonClass('plain', 'sm')}>
          Open the queue
        </Link>
      }
    >
      {clip.failure?.sentence ?? 'There is no video of this clip yet. The queue shows where it stands.'}
    </Notice>
  )
}
