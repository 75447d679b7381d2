import { CheckSquare, Pause, Play } from 'lucide-react'
import { FilmStage } from '@/components/film/film-stage'
import { FilmTime } from '@/components/film/film-time'
import { StopButton } from '@/components/orders/stop-button'
import { useTimeLeft } from '@/components/orders/use-time-left'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Progress } from '@/components/ui/progress'
import { SpokenProgress } from '@/components/ui/spoken-progress'
import { songPlayer, useSongPlayer } from '@/lib/song-player'
import type { TakeCounts } from './take-state'
import type { TakesDesk } from './use-takes'

/** The song over the wall, how far the film is, and what happens at the moment. */
export function TakesHead({ desk }: { desk: TakesDesk }) {
  const { stage, board, scene, openShot, counts, picks } = desk
  const { playing } = useSongPlayer()
  return (
    <section aria-label="The song and its takes" className="overflow-hidden rounded-lg border border-edge">
      <FilmStage
        stage={stage}
        duration={board.duration}
        shots={scene}
        onShot={(index) => openShot(board.shots[index]?.id ?? null)}
        className="h-38 sm:h-44"
      />
      <div className="flex flex-wrap items-center gap-x-1.5 gap-y-2 border-t border-edge bg-raised px-2 py-1.5">
        <IconButton
          icon={playing ? Pause : Play}
          label={playing ? 'Pause' : 'Play'}
          look="plain"
          onClick={songPlayer.toggle}
        />
        <FilmTime stage={stage} duration={board.duration} />
        <HowFar desk={desk} />
        <Button
          size="sm"
          look={picks.on ? 'plain' : 'quiet'}
          aria-pressed={picks.on}
          onClick={picks.on ? picks.end : picks.begin}
          className="ml-auto"
        >
          <CheckSquare aria-hidden className="size-4" />
          Select
        </Button>
      </div>
      <SpokenProgress
        what="Takes"
        value={counts.shots > 0 ? counts.ready / counts.shots : 0}
        done={counts.shots > 0 && counts.ready === counts.shots}
      />
    </section>
  )
}

function HowFar({ desk }: { desk: TakesDesk }) {
  const { counts } = desk
  const share = counts.shots > 0 ? counts.ready / counts.shots : 0
  return (
    <div className="order-last flex min-w-0 basis-full items-center gap-3 px-1.5 pb-1 sm:order-none sm:basis-72 sm:grow sm:pb-0">
      <div className="grid min-w-0 grow gap-1">
        <p className="flex flex-wrap gap-x-3 text-sm">
          <span className="font-medium">
            {counts.ready} of {counts.shots} shots have their picture
          </span>
          <Now counts={counts} desk={desk} />
        </p>
        <Progress label="Shots with their picture" value={share} tone={share === 1 ? 'done' : 'working'} />
      </div>
      <StopButton count={counts.waiting} noun="shot" together={{ takesOf: desk.project.id }} />
    </div>
  )
}

/** "3 rendering, 12 in line, about 4 min left" */
function Now({ counts, desk }: { counts: TakeCounts; desk: TakesDesk }) {
  const { rendering, waiting, failed, failedAgain } = counts
  const left = useTimeLeft({ project: desk.project.id }, rendering + waiting > 0)
  if (rendering + waiting === 0) {
    const troubles = [
      failed > 0 && `${failed} came to nothing`,
      failedAgain > 0 && `${failedAgain} newest ${failedAgain === 1 ? 'try' : 'tries'} failed`,
    ]
    return <span className="text-refused">{troubles.filter(Boolean).join(', ')}</span>
  }
  const words = [rendering > 0 && `${rendering} rendering`, waiting > 0 && `${waiting} in line`, left]
  return <span className="text-working">{words.filter(Boolean).join(', ')}</span>
}
