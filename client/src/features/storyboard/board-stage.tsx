import { useEffect, useRef } from 'react'
import { edgeNear, laneAt } from '@/components/song/scene'
import { early, lastAtMost } from '@/components/song/bars'
import { songPlayer } from '@/lib/song-player'
import { clock } from '@/lib/time'
import { placeOf } from './cuts'
import type { Storyboard } from './use-storyboard'

const told = 500
const reach = { mouse: 6, pen: 10, touch: 18 }

/**
 * The song with the film laid under it. A press moves the playhead, or opens a shot in the film's lane; a cut is dragged there,
 * from beat to beat, or freely with Alt. For the keyboard it is one slider; cuts have their own, beside it.
 */
export function BoardStage({ desk }: { desk: Storyboard }) {
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
    const letGo = followPointer(host.current, () => latest.current)
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
      const { board } = latest.current
      const shot =
        board.shots[
          lastAtMost(
            board.shots.map((one) => one.start),
            moment + early,
          )
        ]
      host.current.setAttribute('aria-valuenow', moment.toFixed(1))
      host.current.setAttribute('aria-valuetext', shot ? `${clock(moment)}, shot ${shot.number}` : clock(moment))
    })
  }, [stage])

  return (
    <div
      ref={host}
      role="slider"
      tabIndex={0}
      aria-label="Position in the song"
      aria-valuemin={0}
      aria-valuemax={Number(desk.board.duration.toFixed(1))}
      aria-valuenow={0}
      aria-valuetext="0:00"
      onKeyDown={(event) => {
        const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10 }[event.key]
        if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
        event.preventDefault()
        songPlayer.seek(songPlayer.time + step)
      }}
      className="relative h-44 touch-pan-y overflow-hidden bg-well select-none focus-visible:-outline-offset-2 sm:h-52"
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

type Gesture = { kind: 'cut'; index: number } | { kind: 'pan'; x: number; moved: boolean; lane: string }

function followPointer(host: HTMLElement, desk: () => Storyboard): () => void {
  let gesture: Gesture | null = null
  const at = (event: PointerEvent | WheelEvent) => {
    const box = host.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const cutUnder = (x: number, kind: string) => {
    const { stage, board } = desk()
    const near = reach[kind as 'mouse'] ?? reach.mouse
    return edgeNear(board.shots, stage.secondsAt(x), stage.secondsPerPixel, near)
  }
  const lands = (index: number, event: PointerEvent) => {
    const { board, beats, stage } = desk()
    return placeOf(board.shots, index, stage.secondsAt(at(event).x), { beats, free: event.altKey })
  }

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    const { x, y } = at(event)
    const lane = laneAt(y, desk().stage.lanes)
    const index = lane === 'shots' ? cutUnder(x, event.pointerType) : -1
    host.setPointerCapture(event.pointerId)
    gesture =
      index > 0 && !desk().board.shots[index]?.locked ? { kind: 'cut', index } : { kind: 'pan', x, moved: false, lane }
  }
  const move = (event: PointerEvent) => {
    const { x, y } = at(event)
    const { stage, drag } = desk()
    if (!gesture) {
      host.style.cursor = laneAt(y, stage.lanes) === 'shots' && cutUnder(x, 'mouse') > 0 ? 'col-resize' : 'default'
    } else if (gesture.kind === 'cut') {
      const seconds = lands(gesture.index, event)
      if (seconds !== null) drag({ index: gesture.index, seconds })
    } else if (gesture.moved || Math.abs(x - gesture.x) > 4) {
      stage.pan((gesture.x - x) * stage.secondsPerPixel)
      gesture = { ...gesture, x, moved: true }
    }
  }
  const up = (event: PointerEvent) => {
    const ended = gesture
    gesture = null
    const { board, stage, drag, dropCut, openShot } = desk()
    const seconds = stage.secondsAt(at(event).x)
    if (ended?.kind === 'cut') {
      const place = lands(ended.index, event)
      const shot = board.shots[ended.index]
      if (place === null || !shot || Math.abs(place - shot.start) < 0.001) drag(null)
      else dropCut({ index: ended.index, seconds: place }, event.altKey)
    } else if (ended?.kind === 'pan' && !ended.moved) {
      if (ended.lane === 'shots') {
        const shot =
          board.shots[
            lastAtMost(
              board.shots.map((one) => one.start),
              seconds,
            )
          ]
        if (shot) openShot(shot.id)
      }
      stage.follows = true
      songPlayer.seek(seconds)
    }
  }
  const cancel = () => {
    gesture = null
    desk().drag(null)
  }
  // A wheel alone scrolls the page, for the shots lie below; with Ctrl or sideways it belongs to the song.
  const wheel = (event: WheelEvent) => {
    const { stage } = desk()
    if (event.ctrlKey) {
      event.preventDefault()
      stage.zoom(Math.exp(-event.deltaY * 0.01), stage.secondsAt(at(event).x))
    } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY) || event.shiftKey) {
      event.preventDefault()
      stage.pan((event.deltaX || event.deltaY) * stage.secondsPerPixel)
    }
  }

  host.addEventListener('pointerdown', down)
  host.addEventListener('pointermove', move)
  host.addEventListener('pointerup', up)
  host.addEventListener('pointercancel', cancel)
  host.addEventListener('wheel', wheel, { passive: false })
  return () => {
    host.removeEventListener('pointerdown', down)
    host.removeEventListener('pointermove', move)
    host.removeEventListener('pointerup', up)
    host.removeEventListener('pointercancel', cancel)
    host.removeEventListener('wheel', wheel)
  }
}
