import { Pause, Play } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { Track } from '@/api/track-types'
import { Button } from '@/components/ui/button'
import { songPlayer, useSongPlayer } from '@/lib/song-player'
import { ListeningCard } from './listening-card'
import { emptyScene } from '@/components/song/scene'
import { StageView } from '@/components/song/stage-view'
import type { Waveform } from '@/components/song/waveform'

/** A song while it is being heard: it plays already, and its waveform is drawn as it comes. */
export function LiveDesk({ track, waveform }: { track: Track; waveform: Waveform | null }) {
  const [stage] = useState(() => new StageView())
  const canvas = useRef<HTMLCanvasElement>(null)
  const playhead = useRef<HTMLDivElement>(null)
  const { playing } = useSongPlayer()
  useEffect(() => {
    if (canvas.current && playhead.current) return stage.attach(canvas.current, playhead.current)
    return undefined
  }, [stage])
  useEffect(() => stage.show({ ...emptyScene, duration: track.seconds, waveform }), [stage, waveform, track.seconds])
  return (
    <div className="grid gap-5">
      <div className="overflow-hidden rounded-lg border border-edge bg-well">
        <div
          className="relative h-56 sm:h-72"
          onPointerDown={(event) => {
            const box = event.currentTarget.getBoundingClientRect()
            songPlayer.seek(stage.secondsAt(event.clientX - box.left))
          }}
        >
          <canvas
            ref={canvas}
            role="img"
            aria-label="The song’s waveform, drawn as it is read"
            className="absolute inset-0 size-full"
          />
          <div ref={playhead} aria-hidden className="pointer-events-none absolute inset-y-0 left-0 w-px bg-lamp-ink" />
        </div>
        <div className="border-t border-edge bg-raised px-3 py-2">
          <Button onClick={songPlayer.toggle}>
            {playing ? <Pause aria-hidden className="size-4" /> : <Play aria-hidden className="size-4" />}
            {playing ? 'Pause' : 'Play'}
          </Button>
        </div>
      </div>
      <ListeningCard track={track} />
    </div>
  )
}
