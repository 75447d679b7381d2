import { songPlayer } from '@/lib/song-player'
import { sectionAt } from '@/components/song/bars'
import { edgeNear, laneAt } from '@/components/song/scene'
import type { StageView } from '@/components/song/stage-view'

export interface StageActs {
  select: (index: number) => void
  /** An edge while it is being moved, and where it was let go; `free`: it does not snap. */
  edge: (index: number, seconds: number, how: { free: boolean; done: boolean }) => void
  /** The edge under way goes back to where it was. */
  giveUp: () => void
}

type Gesture =
  | { kind: 'press'; x: number; y: number; lane: string; moved: boolean }
  | { kind: 'edge'; index: number }
  | { kind: 'scrub' }
  | { kind: 'pinch'; apart: number; middle: number }

/** How far a finger or a mouse may be from an edge to take it, and how far a press may move and still be one; pixels. */
const reach = { mouse: 6, pen: 10, touch: 20 }
const still = 4

/** Wheel, drag, pinch and press on the stage. Answers how to let go of it. */
export function followGestures(host: HTMLElement, stage: StageView, acts: () => StageActs): () => void {
  const pointers = new Map<number, { x: number; y: number }>()
  let gesture: Gesture | null = null

  const at = (event: PointerEvent | WheelEvent) => {
    const box = host.getBoundingClientRect()
    return { x: event.clientX - box.left, y: event.clientY - box.top }
  }
  const edgeUnder = (x: number, kind: string) =>
    edgeNear(stage.scene.sections, stage.secondsAt(x), stage.secondsPerPixel, reach[kind as 'mouse'] ?? reach.mouse)

  const down = (event: PointerEvent) => {
    if (event.button !== 0) return
    const { x, y } = at(event)
    pointers.set(event.pointerId, { x, y })
    host.setPointerCapture(event.pointerId)
    if (pointers.size === 2) {
      if (gesture?.kind === 'edge') acts().giveUp()
      gesture = { kind: 'pinch', ...spread() }
      return
    }
    const lane = laneAt(y, stage.lanes)
    const edge = lane === 'sections' ? edgeUnder(x, event.pointerType) : -1
    if (edge > 0) gesture = { kind: 'edge', index: edge }
    else if (lane === 'ruler') {
      gesture = { kind: 'scrub' }
      songPlayer.seek(stage.secondsAt(x))
    } else gesture = { kind: 'press', x, y, lane, moved: false }
  }

  const move = (event: PointerEvent) => {
    const { x, y } = at(event)
    if (!pointers.has(event.pointerId)) {
      const over = laneAt(y, stage.lanes)
      host.style.cursor = over === 'sections' && edgeUnder(x, 'mouse') > 0 ? 'col-resize' : 'default'
      return
    }
    pointers.set(event.pointerId, { x, y })
    if (gesture?.kind === 'pinch' && pointers.size === 2) {
      const next = spread()
      const anchor = stage.secondsAt(gesture.middle)
      stage.pan((gesture.middle - next.middle) * stage.secondsPerPixel)
      if (gesture.apart > 0) stage.zoom(next.apart / gesture.apart, anchor)
      gesture = { kind: 'pinch', ...next }
    } else if (gesture?.kind === 'edge') {
      acts().edge(gesture.index, stage.secondsAt(x), { free: event.altKey, done: false })
    } else if (gesture?.kind === 'scrub') songPlayer.seek(stage.secondsAt(x))
    else if (gesture?.kind === 'press') {
      if (!gesture.moved && Math.abs(x - gesture.x) < still) return
      stage.pan((gesture.x - x) * stage.secondsPerPixel)
      gesture = { ...gesture, x, moved: true }
    }
  }

  const up = (event: PointerEvent) => {
    const { x } = at(event)
    const held = pointers.delete(event.pointerId)
    if (!held) return
    const ended = gesture
    gesture = null
    if (ended?.kind === 'edge') acts().edge(ended.index, stage.secondsAt(x), { free: event.altKey, done: true })
    if (ended?.kind !== 'press' || ended.moved) return
    const seconds = stage.secondsAt(x)
    if (ended.lane === 'sections') acts().select(sectionAt(stage.scene.sections, seconds))
    else {
      stage.follows = true
      songPlayer.seek(seconds)
    }
  }

  const cancel = (event: PointerEvent) => {
    pointers.delete(event.pointerId)
    if (gesture?.kind === 'edge') acts().giveUp()
    gesture = null
  }

  const wheel = (event: WheelEvent) => {
    event.preventDefault()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : 1
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX
    if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
      stage.pan(sideways * unit * stage.secondsPerPixel)
    } else stage.zoom(Math.exp(-event.deltaY * unit * (event.ctrlKey ? 0.01 : 0.0022)), stage.secondsAt(at(event).x))
  }

  function spread() {
    const [a, b] = [...pointers.values()]
    if (!a || !b) return { apart: 0, middle: 0 }
    return { apart: Math.max(24, Math.abs(a.x - b.x)), middle: (a.x + b.x) / 2 }
  }

  host.addEventListener('pointerdown', down)
  host.addEventListener('pointermove', move)
  host.addEventListener('pointerup', up)
  host.addEventListener('pointercancel', cancel)
  // Not passive: a wheel over the song zooms it and does not scroll the page away.
  host.addEventListener('wheel', wheel, { passive: false })
  return () => {
    host.removeEventListener('pointerdown', down)
    host.removeEventListener('pointermove', move)
    host.removeEventListener('pointerup', up)
    host.removeEventListener('pointercancel', cancel)
    host.removeEventListener('wheel', wheel)
  }
}
