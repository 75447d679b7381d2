import { Pause, Play, SkipBack, SkipForward, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { early, lastAtMost } from '@/components/song/bars'
import { Dialog } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import { songPlayer, useSongPlayer } from '@/lib/song-player'
import { clock } from '@/lib/time'
import { shapeOf } from './frame-shape'
import { shortWords } from './shot-state'
import type { Storyboard } from './use-storyboard'

/** The stills over the song, changing on the real cuts. The song's player is the clock. */
export function Animatic({ desk, onClose }: { desk: Storyboard; onClose: () => void }) {
  const { board, project, open } = desk
  const { playing } = useSongPlayer()
  const starts = useMemo(() => board.shots.map((shot) => shot.start), [board.shots])
  const [first] = useState(() => open?.start ?? null)
  const index = useShotAtPlayhead(starts)
  const shot = board.shots[index]
  usePreloaded(board.shots.slice(index + 1, index + 4).map((one) => one.stillUrl ?? null))

  useEffect(() => {
    if (first !== null) songPlayer.seek(first)
    songPlayer.play()
    return () => songPlayer.pause()
  }, [first])

  const step = (by: number) => {
    const next = board.shots[Math.max(0, Math.min(board.shots.length - 1, index + by))]
    if (next) songPlayer.seek(next.start + early)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const act = { ' ': songPlayer.toggle, ArrowLeft: () => step(-1), ArrowRight: () => step(1) }[event.key]
    if (!act || (event.key === ' ' && event.target instanceof HTMLButtonElement)) return
    event.preventDefault()
    act()
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={`Animatic of ${project.title}`}
      hideTitle
      shape="full"
      width="xl"
      className="overflow-hidden"
    >
      <div className="-mx-5 -mb-5 grid min-h-[70dvh] grid-rows-[1fr_auto] max-sm:min-h-full" onKeyDown={onKeyDown}>
        <div className="relative grid min-h-0 place-items-center overflow-hidden bg-black">
          {shot?.stillUrl ? (
            <img src={shot.stillUrl} alt="" className="max-h-[74dvh] w-full object-contain" />
          ) : (
            <div
              className="grid w-full max-w-3xl place-items-center bg-white/5 p-8 text-center text-white/80"
              style={{ aspectRatio: shapeOf(project.brief.platform) }}
            >
              <p className="max-w-prose">{shot ? shortWords(shot.words) || 'No words and no still yet' : ''}</p>
            </div>
          )}
          {shot?.lyric && (
            <p className="absolute inset-x-0 bottom-3 px-6 text-center text-white">
              <span className="rounded-sm bg-black/62 px-2 py-0.5">{shot.lyric}</span>
            </p>
          )}
        </div>
        <div className="flex items-center gap-2 border-t border-edge bg-raised px-3 py-2">
          <IconButton icon={SkipBack} label="The shot before" onClick={() => step(-1)} />
          <IconButton
            icon={playing ? Pause : Play}
            label={playing ? 'Pause' : 'Play'}
            look="plain"
            onClick={songPlayer.toggle}
          />
          <IconButton icon={SkipForward} label="The next shot" onClick={() => step(1)} />
          <p className="min-w-0 grow truncate text-sm">
            {shot && (
              <>
                <span className="font-medium">Shot {shot.number}</span>{' '}
                <span className="text-ink-faint">
                  {clock(shot.start)} of {clock(board.duration)}
                </span>
              </>
            )}
          </p>
          <IconButton icon={X} label="Close the animatic" onClick={onClose} />
        </div>
      </div>
    </Dialog>
  )
}

/** Which shot the song is in, looked at in every frame; React hears of it only when it changes. */
function useShotAtPlayhead(starts: readonly number[]): number {
  const [index, setIndex] = useState(0)
  const latest = useRef(starts)
  useEffect(() => {
    latest.current = starts
    let frame = 0
    const look = () => {
      setIndex(Math.max(0, lastAtMost(latest.current, songPlayer.time + early)))
      frame = requestAnimationFrame(look)
    }
    frame = requestAnimationFrame(look)
    return () => cancelAnimationFrame(frame)
  }, [starts])
  return index
}

/** The next pictures are read ahead: a cut on the beat must not wait for the network. */
function usePreloaded(urls: readonly (string | null)[]) {
  const wanted = urls.filter(Boolean).join(' ')
  useEffect(() => {
    for (const url of wanted ? wanted.split(' ') : []) new Image().src = url
  }, [wanted])
}
