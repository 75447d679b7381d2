import { useEffect, useRef } from 'react'
import { songPlayer } from '@/lib/song-player'
import { clock } from '@/lib/time'
import { early, sectionAt } from '@/components/song/bars'
import type { Desk } from '../use-desk'
import { followGestures } from './gestures'

/** How often the position is told to a screen reader that asks for it; milliseconds. */
const told = 500

/**
 * The song to look at and to grasp. For the keyboard and a screen reader it is one slider, the position in the song; what it
 * draws is in the tables below as well.
 */
export function SongStage({ desk }: { desk: Desk }) {
  const { stage } = desk
  const host = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const playhead = useRef<HTMLDivElement>(null)
  const latest = useRef(desk)
  useEffect(() => {
    latest.current = desk
  })

  useEffect(() => {
    if (!host.current || !canvas.current || !playhead.current) return
    const detach = stage.attach(canvas.current, playhead.current)
    const letGo = followGestures(host.current, stage, () => ({
      select: (index) => latest.current.select(index),
      edge: (index, seconds, how) => latest.current.dragEdge({ index, seconds, ...how }),
      giveUp: () => latest.current.dragEdge(null),
    }))
    return () => {
      letGo()
      detach()
    }
  }, [stage])

  useEffect(() => {
    let last = -Infinity
    return stage.onFrame((moment) => {
      const now = performance.now()
      if (now - last < told || !host.current) return
      last = now
      const { hearing, names, counter } = latest.current
      const section = names[sectionAt(hearing.sections, moment + early)]
      host.current.setAttribute('aria-valuenow', moment.toFixed(1))
      host.current.setAttribute('aria-valuetext', positionWords(moment, counter.words(moment), section))
    })
  }, [stage])

  return (
    <div
      ref={host}
      role="slider"
      tabIndex={0}
      aria-label="Position in the song"
      aria-valuemin={0}
      aria-valuemax={Number(desk.hearing.duration.toFixed(1))}
      aria-valuenow={0}
      aria-valuetext="0:00"
      onDoubleClick={() => {
        const section = desk.hearing.sections[sectionAt(desk.hearing.sections, songPlayer.time)]
        if (section) stage.look({ start: section.start, end: section.end })
      }}
      className="relative h-56 touch-pan-y overflow-hidden bg-well select-none focus-visible:-outline-offset-2 sm:h-72"
    >
      <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
      <div
        ref={playhead}
        aria-hidden
        className="pointer-events-none absolute inset-y-0 left-0 w-px bg-lamp-ink shadow-[0_0_0_0.5px_var(--color-lamp-ink)]"
      />
    </div>
  )
}

function positionWords(moment: number, place: string, section: string | undefined): string {
  const [bar, beat] = place.split('.')
  const counted = bar && beat && bar !== '–' ? `bar ${bar}, beat ${beat}` : null
  return [clock(moment), counted, section].filter(Boolean).join(', ')
}
