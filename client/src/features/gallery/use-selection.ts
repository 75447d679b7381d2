import { useCallback, useEffect, useMemo, useRef, useState } from 'react'

export interface Selection {
  /** Marks are shown: somebody is picking. */
  picking: boolean
  ids: ReadonlySet<string>
  /** Picks or drops one; with `range`, all from the last one picked to this one. */
  toggle: (id: string, range: boolean) => void
  start: () => void
  all: () => void
  clear: () => void
}

/** Which of the listed clips are picked. Clips that leave the list leave the selection. */
export function useSelection(listed: readonly string[]): Selection {
  const [wanted, setWanted] = useState<ReadonlySet<string>>(new Set())
  const [started, setStarted] = useState(false)
  const last = useRef<string | null>(null)
  const ids = useMemo(() => new Set(listed.filter((id) => wanted.has(id))), [listed, wanted])

  const latest = useRef({ ids, listed })
  useEffect(() => {
    latest.current = { ids, listed }
  }, [ids, listed])

  // Always the same function: a thousand tiles hold it, and would all be drawn again for a new one.
  const toggle = useCallback((id: string, range: boolean) => {
    const now = latest.current
    setWanted(range && last.current ? withRange(now.ids, now.listed, last.current, id) : toggled(now.ids, id))
    setStarted(true)
    last.current = id
  }, [])
  const clear = useCallback(() => {
    setWanted(new Set())
    setStarted(false)
    last.current = null
  }, [])
  return {
    picking: started || ids.size > 0,
    ids,
    toggle,
    start: () => setStarted(true),
    all: () => setWanted(new Set(listed)),
    clear,
  }
}

export function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(ids)
  if (!next.delete(id)) next.add(id)
  return next
}

export function withRange(
  ids: ReadonlySet<string>,
  listed: readonly string[],
  from: string,
  to: string,
): ReadonlySet<string> {
  const ends = [listed.indexOf(from), listed.indexOf(to)].toSorted((a, b) => a - b)
  const [start = 0, end = 0] = ends
  return start < 0 ? toggled(ids, to) : new Set([...ids, ...listed.slice(start, end + 1)])
}
