import { useCallback, useEffect, useRef, useState } from 'react'

/** Long enough that a pointer passing over does not start ten videos. */
const pauseBeforePlay = 140
const pauseAfterScroll = 260

export interface Preview {
  /** The one clip that plays by itself now. */
  playing: string | null
  enter: (id: string) => void
  leave: (id: string) => void
  /** Makes a tile known to scrolling. */
  place: (id: string, element: HTMLElement | null) => void
}

/**
 * Which tile plays, one at a time: the one under the pointer or the focus, or on a touch screen the one nearest to the middle
 * once scrolling rests. Nobody who asked for less motion or fewer bytes gets any.
 */
export function usePreview(): Preview {
  const [playing, setPlaying] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const tiles = useRef(new Map<string, HTMLElement>())

  const enter = useCallback((id: string) => {
    clearTimeout(timer.current)
    if (mayPlay()) timer.current = setTimeout(() => setPlaying(id), pauseBeforePlay)
  }, [])
  const leave = useCallback((id: string) => {
    clearTimeout(timer.current)
    setPlaying((now) => (now === id ? null : now))
  }, [])
  const place = useCallback((id: string, element: HTMLElement | null) => {
    if (element) tiles.current.set(id, element)
    else tiles.current.delete(id)
  }, [])

  useEffect(() => {
    if (!window.matchMedia?.('(hover: none)').matches || !mayPlay()) return
    const known = tiles.current
    const settle = () => {
      clearTimeout(timer.current)
      timer.current = setTimeout(() => setPlaying(nearestToMiddle(known)), pauseAfterScroll)
    }
    window.addEventListener('scroll', settle, { passive: true })
    return () => {
      clearTimeout(timer.current)
      window.removeEventListener('scroll', settle)
    }
  }, [])
  useEffect(() => () => clearTimeout(timer.current), [])

  return { playing, enter, leave, place }
}

function mayPlay(): boolean {
  const connection = (navigator as Navigator & { connection?: { saveData?: boolean } }).connection
  return !connection?.saveData && !window.matchMedia?.('(prefers-reduced-motion: reduce)').matches
}

/** The tile in sight whose middle is nearest to the window's. */
function nearestToMiddle(tiles: ReadonlyMap<string, HTMLElement>): string | null {
  const middle = window.innerHeight / 2
  let nearest: string | null = null
  let least = middle
  for (const [id, element] of tiles) {
    const { top, height } = element.getBoundingClientRect()
    const apart = Math.abs(top + height / 2 - middle)
    if (apart < least) [nearest, least] = [id, apart]
  }
  return nearest
}
