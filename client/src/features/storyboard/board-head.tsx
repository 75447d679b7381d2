import { Maximize2, Pause, Play, PlaySquare, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { lazyPart } from '@/lib/lazy-part'
import { songPlayer, useSongPlayer } from '@/lib/song-player'
import { clock } from '@/lib/time'
import { wholeOf } from '@/components/song/view-window'
import { BoardStage } from './board-stage'
import { CutSlider } from './cut-slider'
import type { Storyboard } from './use-storyboard'

const Animatic = lazyPart(() => import('./animatic').then((file) => file.Animatic))

/** The song over the board, and playing it. */
export function BoardHead({ desk }: { desk: Storyboard }) {
  const { playing, broken } = useSongPlayer()
  const [watching, setWatching] = useState(false)
  const { stage, board } = desk
  return (
    <section aria-label="The song" className="overflow-hidden rounded-lg border border-edge">
      <BoardStage desk={desk} />
      <div className="flex flex-wrap items-center gap-1.5 border-t border-edge bg-raised px-2 py-1.5">
        <IconButton
          icon={playing ? Pause : Play}
          label={playing ? 'Pause' : 'Play'}
          look="plain"
          onClick={songPlayer.toggle}
        />
        <Time desk={desk} />
        <CutSlider desk={desk} />
        <span className="ml-auto flex items-center gap-1">
          <span className="hidden sm:flex">
            <IconButton icon={ZoomOut} label="Wider" onClick={() => stage.zoom(1 / 1.6)} />
            <IconButton icon={ZoomIn} label="Closer" onClick={() => stage.zoom(1.6)} />
            <IconButton icon={Maximize2} label="The whole song" onClick={() => stage.look(wholeOf(board.duration))} />
          </span>
          <Button size="sm" onClick={() => setWatching(true)}>
            <PlaySquare aria-hidden className="size-4" />
            <span className="max-sm:sr-only">Animatic</span>
          </Button>
        </span>
      </div>
      {broken && (
        <p className="border-t border-edge bg-raised px-3 py-2 text-sm text-attention">
          This browser cannot play the song. Everything else here works.
        </p>
      )}
      {watching && <Animatic desk={desk} onClose={() => setWatching(false)} />}
    </section>
  )
}

function Time({ desk }: { desk: Storyboard }) {
  const time = useRef<HTMLSpanElement>(null)
  const { stage } = desk
  useEffect(
    () =>
      stage.onFrame((moment) => {
        if (time.current) time.current.textContent = `${clock(moment)}.${Math.floor((moment % 1) * 10)}`
      }),
    [stage],
  )
  return (
    <p aria-hidden className="mx-1.5 text-sm min-[24rem]:min-w-24 whitespace-nowrap text-ink-faint">
      <span ref={time} className="text-ink">
        0:00.0
      </span>
      {/* On the narrowest phones the animatic would have a row to itself otherwise. */}
      <span className="max-[24rem]:hidden"> / {clock(desk.board.duration)}</span>
    </p>
  )
}
