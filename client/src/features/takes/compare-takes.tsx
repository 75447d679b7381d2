import { Check, Pause, Play } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Shot } from '@/api/board'
import { useChooseTake, type Take } from '@/api/takes'
import { shapeOf } from '@/components/film/frame-shape'
import { TakeVideo } from '@/components/film/take-video'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { StateMark } from '@/components/ui/state-mark'
import { toast } from '@/components/ui/toast'
import { cx } from '@/lib/cx'
import { fineClock } from '@/lib/fine-clock'
import { songPlayer, useSongPlayer } from '@/lib/song-player'
import { isGood, mediaOf } from './take-state'
import type { TakesDesk } from './use-takes'

interface CompareTakesProps {
  desk: TakesDesk
  shot: Shot
  onClose: () => void
}

/** The takes of a shot side by side, all over its stretch of the song, which goes round and round. */
export function CompareTakes({ desk, shot, onClose }: CompareTakesProps) {
  const { project, takesOfShot } = desk
  const { playing } = useSongPlayer()
  const choose = useChooseTake(project.id)
  const { start, end } = shot
  useEffect(() => {
    songPlayer.setLoop({ start, end })
    songPlayer.play()
    return () => {
      songPlayer.setLoop(null)
      songPlayer.pause()
    }
  }, [start, end])

  const takes = takesOfShot(shot.id).all.map((take, index) => ({ take, number: index + 1 }))
  const good = takes.filter(({ take }) => isGood(take))
  const pick = (one: Take | undefined) => {
    if (!one || one.chosen) return
    choose.mutate(
      { shotId: shot.id, takeId: one.clip ? one.id : null, footageId: one.footage ? one.id : null },
      { onError: (problem) => toast(problem.message, { tone: 'refused' }) },
    )
  }
  useCompareKeys((number) => pick(good.find((one) => one.number === number)?.take))

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Takes of shot ${shot.number}`}
      description={
        <>
          Over the song from {fineClock(start)} to {fineClock(end)}.
          <span className="pointer-coarse:hidden"> The number keys choose.</span>
        </>
      }
      shape="full"
      width="xl"
      footer={
        <Button onClick={songPlayer.toggle}>
          {playing ? <Pause aria-hidden className="size-4" /> : <Play aria-hidden className="size-4" />}
          {playing ? 'Pause' : 'Play'}
        </Button>
      }
    >
      <ul
        className={cx(
          'grid gap-3',
          good.length === 1 ? '' : good.length < 3 ? 'sm:grid-cols-2' : 'sm:grid-cols-2 lg:grid-cols-3',
        )}
      >
        {good.map(({ take, number }) => {
          const media = mediaOf(take)
          const name = `Take ${number}`
          return (
            <li
              key={take.id}
              aria-label={name}
              className={cx(
                'grid gap-2 rounded-lg border p-2',
                take.chosen ? 'border-lamp-ink bg-lifted' : 'border-edge',
              )}
            >
              <div
                className="relative max-h-[60dvh] overflow-hidden rounded-md bg-black"
                style={{ aspectRatio: shapeOf(project.brief.platform) }}
              >
                {media?.kind === 'video' ? (
                  <TakeVideo
                    src={media.url}
                    poster={media.posterUrl}
                    placeAt={(at) => ({ seconds: at - start, speed: 1 })}
                    label={name}
                    className="absolute inset-0"
                  />
                ) : (
                  <img src={media?.url} alt={name} className="absolute inset-0 size-full object-cover" />
                )}
              </div>
              <div className="flex items-center justify-between gap-2">
                <p className="min-w-0 text-sm">
                  <span className="font-medium">{name}</span>
                  <span className="text-ink-faint"> · {take.clip?.modelName ?? 'own footage'}</span>
                </p>
                {take.chosen ? (
                  <StateMark tone="done" className="min-h-8 whitespace-nowrap">
                    In the film
                  </StateMark>
                ) : (
                  <Button size="sm" busy={choose.isPending} onClick={() => pick(take)}>
                    <Check aria-hidden className="size-4" />
                    Choose<span className="sr-only">, {name}</span>
                  </Button>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

/** Keys of the whole dialog, wherever in it the focus is: a number chooses the take of that number, space plays. */
function useCompareKeys(onNumber: (number: number) => void): void {
  const latest = useRef(onNumber)
  useEffect(() => {
    latest.current = onNumber
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      if (/^[1-9]$/.test(event.key)) latest.current(Number(event.key))
      else if (event.key === ' ' && !(event.target instanceof HTMLButtonElement)) songPlayer.toggle()
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
