import {
  ChevronFirst,
  ChevronLast,
  Maximize2,
  Pause,
  Play,
  Redo2,
  SkipBack,
  SkipForward,
  Undo2,
  ZoomIn,
  ZoomOut,
} from 'lucide-react'
import { useMemo } from 'react'
import { FilmStage } from '@/components/film/film-stage'
import { FilmTime } from '@/components/film/film-time'
import { wholeOf } from '@/components/song/view-window'
import { IconButton } from '@/components/ui/icon-button'
import { songPlayer, useSongPlayer } from '@/lib/song-player'
import { marksOf } from './marks'
import type { Cutting } from './use-cutting'

/** The song under the picture, with the cuts and what the scorecard found; and playing it. */
export function CutStage({ cutting }: { cutting: Cutting }) {
  const { stage, duration, scene, view, openShot, film, step, toCut, undo, redo, canUndo, canRedo } = cutting
  const { playing, broken } = useSongPlayer()
  const card = film?.scorecard
  const marks = useMemo(() => (card ? marksOf(card) : []), [card])
  return (
    <>
      <FilmStage
        stage={stage}
        duration={duration}
        shots={scene}
        marks={marks}
        onShot={(index) => openShot(view.spans[index]?.shotId ?? null)}
        className="h-36 border-t border-edge"
      />
      <div className="flex flex-wrap items-center gap-1 border-t border-edge bg-raised px-2 py-1.5">
        <IconButton icon={SkipBack} label="The cut before" onClick={() => toCut(-1)} />
        <IconButton icon={ChevronFirst} label="One frame back" onClick={() => step(-1)} />
        <IconButton
          icon={playing ? Pause : Play}
          label={playing ? 'Pause' : 'Play'}
          look="plain"
          onClick={songPlayer.toggle}
        />
        <IconButton icon={ChevronLast} label="One frame on" onClick={() => step(1)} />
        <IconButton icon={SkipForward} label="The next cut" onClick={() => toCut(1)} />
        <FilmTime stage={stage} duration={duration} rate={view.frameRate} />
        <span className="ml-auto flex items-center gap-1">
          <Kept cutting={cutting} />
          <IconButton icon={Undo2} label="Undo" off={!canUndo} onClick={undo} />
          <IconButton icon={Redo2} label="Redo" off={!canRedo} onClick={redo} />
          <span className="hidden sm:flex">
            <IconButton icon={ZoomOut} label="Wider" onClick={() => stage.zoom(1 / 1.6)} />
            <IconButton icon={ZoomIn} label="Closer" onClick={() => stage.zoom(1.6)} />
            <IconButton icon={Maximize2} label="The whole song" onClick={() => stage.look(wholeOf(duration))} />
          </span>
        </span>
      </div>
      {broken && (
        <p className="border-t border-edge bg-raised px-3 py-2 text-sm text-attention">
          This browser cannot play the song. Everything else here works.
        </p>
      )}
    </>
  )
}

function Kept({ cutting: { state, problem, keepAgain } }: { cutting: Cutting }) {
  return (
    <span role="status" className="mr-1 text-xs text-ink-faint">
      {state === 'keeping' && 'Saving …'}
      {state === 'failed' && (
        <button type="button" onClick={keepAgain} title={problem?.message} className="touchable text-refused underline">
          Not saved. Try again
        </button>
      )}
    </span>
  )
}
