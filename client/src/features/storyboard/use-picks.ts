import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Shot } from '@/api/board'

/** Shots that are picked to do something with together. */
export interface Picks {
  /** Cards show their boxes. */
  on: boolean
  ids: ReadonlySet<string>
  shots: readonly Shot[]
  /** Picks or lets go; with `range`, everything from the last one picked to this. */
  toggle: (id: string, range: boolean) => void
  all: () => void
  begin: () => void
  end: () => void
}

export function usePicks(shots: readonly Shot[]): Picks {
  const [on, setOn] = useState(false)
  const [ids, setIds] = useState<ReadonlySet<string>>(() => new Set())
  const last = useRef<string | null>(null)
  const order = useRef(shots)
  useEffect(() => {
    order.current = shots
  }, [shots])

  // The same function for good: each card holds it, and must not be drawn anew when another one is picked.
  const toggle = useCallback((id: string, range: boolean) => {
    const all = order.current
    const [from, to] = [all.findIndex((shot) => shot.id === last.current), all.findIndex((shot) => shot.id === id)]
    last.current = id
    setOn(true)
    setIds((now) => {
      const next = new Set(now)
      if (range && from >= 0 && to >= 0) {
        all.slice(Math.min(from, to), Math.max(from, to) + 1).forEach((shot) => next.add(shot.id))
      } else if (!next.delete(id)) next.add(id)
      return next
    })
  }, [])
  const all = useCallback(() => {
    setOn(true)
    setIds(new Set(shots.map((shot) => shot.id)))
  }, [shots])
  const begin = useCallback(() => setOn(true), [])
  const end = useCallback(() => {
    setOn(false)
    setIds(new Set())
    last.current = null
  }, [])
  const picked = useMemo(() => shots.filter((shot) => ids.has(shot.id)), [shots, ids])
  return { on, ids, shots: picked, toggle, all, begin, end }
}
