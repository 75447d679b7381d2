import { useEffect, useRef } from 'react'
import { early, lastAtMost } from '@/components/song/bars'
import { laneAt, type SceneShot } from '@/components/song/scene'
import type { StageView } from '@/components/song/stage-view'
import { xOf } from '@/components/song/view-window'
import { songPlayer } from '@/lib/song-player'
import { clock } from '@/lib/time'
import { cx } from '@/lib/cx'

/** A moment of the film to look at. */
export interface StageMark {
  id: string
  seconds: number
  tone: 'attention' | 'refused' | 'off'
}

interface FilmStageProps {
  stage: StageView
  duration: number
  shots: readonly SceneShot[]
  /** A press in the film's lane, with the shot's place among the shots. */
  onShot: (index: number) => void
  marks?: readonly StageMark[]
  className?: string
}

const told = 500
const tones = { attention: 'bg-attention', refused: 'bg-refused', off: 'bg-ink-faint' }

/**
 * The song with the film under it. A press moves the playhead, a drag moves the window, and a press on a shot opens it. Nothing
 * can be moved in it. The marks are told in words beside it, where the keyboard reaches them.
 */
export function FilmStage({ stage, duration, shots, onShot, marks = [], className }: FilmStageProps) {
  const host = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const playhead = useRef<HTMLDivElement>(null)
  const latest = useRef({ shots, onShot })
  useEffect(() => {
    latest.current = { shots, onShot }
  })

  useEffect(() => {
    if (!host.current || !canvas.current || !playhead.current) return
    const detach = stage.attach(canvas.current, playhead.current)
    const letGo = followPointer(host.current, stage, () => latest.current)
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
      const index = shotAt(latest.current.shots, moment)
      const shot = latest.current.shots[index]
      host.current.setAttribute('aria-valuenow', moment.toFixed(1))
      host.current.setAttribute('aria-valuetext', shot ? `${clock(moment)}, shot ${shot.label}` : clock(moment))
    })
  }, [stage])

  return (
    <div className={cx('relative overflow-hidden bg-well', className)}>
      <div
        ref={host}
        role="slider"
        tabIndex={0}
        aria-label="Position in the song"
        aria-valuemin={0}
        aria-valuemax={Number(duration.toFixed(1))}
        aria-valuenow={0}
        aria-valuetext="0:00"
        onKeyDown={(event) => {
          const step = { ArrowLeft: -1, ArrowRight: 1, PageUp: -10, PageDown: 10 }[event.key]
          if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) return
          event.preventDefault()
          songPlayer.seek(songPlayer.time + step)
        }}
        className="absolute inset-0 touch-pan-y select-none focus-visible:-outline-offset-2"
      >
        <canvas ref={canvas} aria-hidden className="absolute inset-0 size-full" />
        <div
          ref={playhead}
          aria-hidden
          className="pointer-events-none absolute inset-y-0 left-0 w-px bg-lamp-ink shadow-[0_0_0_0.5px_var(--color-lamp-ink)]"
        />
      </div>
      {marks.length > 0 && <Marks stage={stage} marks={marks} />}
    </div>
  )
}

/** Pins at the top of the strip; a press goes there. */
function Marks({ stage, marks }: { stage: StageView; marks: readonly StageMark[] }) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const place = () => {
      const pins = row.current?.children ?? []
      marks.forEach((mark, index) => {
        const pin = pins[index]
        if (!(pin instanceof HTMLElement)) return
        const x = xOf(mark.seconds, stage.view, stage.width)
        pin.style.transform = `translateX(${x - 11}px)`
        pin.style.visibility = x < 0 || x > stage.width ? 'hidden' : 'visible'
      })
    }
    place()
    return stage.onLook(place)
  }, [stage, marks])
  return (
    <div ref={row} aria-hidden className="pointer-events-none absolute inset-x-0 top-0 h-6">
      {marks.map((mark) => (
        <button
          key={mark.id}
          type="button"
          tabIndex={-1}
          onClick={() => {
            stage.follows = true
            songPlayer.seek(mark.seconds)
          }}
          className="pointer-events-auto absolute top-0 left-0 grid h-6 w-[22px] place-items-center"
        >
          <span className={cx('size-2.5 rotate-45 rounded-[2px] ring-2 ring-well', tones[mark.tone])} />
        </button>
      ))}
    </div>
  )
}

function shotAt(shots: readonly SceneShot[], seconds: number): number {
  return lastAtMost(
    shots.map((shot) => shot.start),
    seconds + early,
  )
}

type Latest = () => { shots: readonly SceneShot[]; onShot: (index: number) => void }

function followPointer(host: HTMLElement, stage: StageView, latest: Latest): () => void {
  let gesture: { x: number; moved: boolean; lane: string } | null = null
  const at = (event: PointerEvent | WheelEvent) => {
    const box = host.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    const { x, y } = at(event)
    host.setPointerCapture(event.pointerId)
    gesture = { x, moved: false, lane: laneAt(y, stage.lanes) }
  }
  const move = (event: PointerEvent) => {
    const { x } = at(event)
    if (!gesture || (!gesture.moved && Math.abs(x - gesture.x) <= 4)) return
    stage.pan((gesture.x - x) * stage.secondsPerPixel)
    gesture = { ...gesture, x, moved: true }
  }
  const up = (event: PointerEvent) => {
    const ended = gesture
    gesture = null
    if (!ended || ended.moved) return
    const seconds = stage.secondsAt(at(event).x)
    const { shots, onShot } = latest()
    if (ended.lane === 'shots') onShot(shotAt(shots, seconds))
    stage.follows = true
    songPlayer.seek(seconds)
  }
  const cancel = () => {
    gesture = null
  }
  const wheel = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault()
      stage.zoom(Math.exp(-event.deltaY * 0.01), stage.secondsAt(at(event).x))
    } else if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      event.preventDefault()
      stage.pan(event.deltaX * stage.secondsPerPixel)
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
