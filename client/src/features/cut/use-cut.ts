import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { cutOf, putCut, type Cut, type CutView } from '@/api/films'
import { Problem } from '@/api/problem'
import { overlaid } from './cut-edits'

type Change = (cut: Cut) => Cut

export interface CutDesk {
  view: CutView
  /** Changes what is wished; it is kept a moment later, and one moment later still when more follows. */
  edit: (change: Change) => void
  undo: () => void
  redo: () => void
  canUndo: boolean
  canRedo: boolean
  state: 'kept' | 'keeping' | 'failed'
  problem: Problem | null
  keepAgain: () => void
}

const pause = 400

/**
 * The cut, edited here and kept in the studio. Changes not kept yet are functions laid over the studio's last word, so that they
 * survive when somebody else changed something else meanwhile.
 */
export function useCut(projectId: string, first: CutView): CutDesk {
  const queries = useQueryClient()
  const { data = first } = useQuery(cutOf(projectId))
  const [pending, setPending] = useState<readonly Change[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [past, setPast] = useState<readonly Cut[]>([])
  const [future, setFuture] = useState<readonly Cut[]>([])
  const cut = useMemo(() => pending.reduce((now, change) => change(now), data.cut), [pending, data.cut])
  const view = useMemo(() => overlaid(data, cut), [data, cut])
  const waiting = useRef<readonly Change[]>([])
  const running = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const keep = useCallback(async () => {
    clearTimeout(timer.current)
    if (running.current || waiting.current.length === 0) return
    running.current = true
    setProblem(null)
    const { queryKey } = cutOf(projectId)
    const take = (answer: CutView, kept: number) => {
      waiting.current = waiting.current.slice(kept)
      queries.setQueryData(queryKey, answer)
      setPending(waiting.current)
    }
    try {
      for (let stale = 0; waiting.current.length > 0;) {
        const now = queries.getQueryData<CutView>(queryKey)
        if (!now) return
        const sent = waiting.current
        const wanted = sent.reduce((before, change) => change(before), now.cut)
        try {
          take(await putCut(projectId, now.version, wanted), sent.length)
        } catch (thrown) {
          stale += 1
          if (!(thrown instanceof Problem) || thrown.type !== 'stale' || stale > 3) throw thrown
          await queries.fetchQuery({ ...cutOf(projectId), staleTime: 0 })
        }
      }
      void queries.invalidateQueries({ queryKey: ['films', projectId] })
      void queries.invalidateQueries({ queryKey: ['takes', projectId, 'all'] })
    } catch (thrown) {
      setProblem(Problem.from(thrown))
    } finally {
      running.current = false
    }
  }, [queries, projectId])

  const apply = useCallback(
    (change: Change) => {
      waiting.current = [...waiting.current, change]
      setPending(waiting.current)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void keep(), pause)
    },
    [keep],
  )
  // Who leaves right after a change has made it all the same.
  useEffect(() => () => void keep(), [keep])

  const edit = (change: Change) => {
    if (change(cut) === cut) return
    setPast((before) => [...before.slice(-99), cut])
    setFuture([])
    apply(change)
  }
  const undo = () => {
    const before = past.at(-1)
    if (!before) return
    setPast(past.slice(0, -1))
    setFuture([...future, cut])
    apply(() => before)
  }
  const redo = () => {
    const after = future.at(-1)
    if (!after) return
    setFuture(future.slice(0, -1))
    setPast([...past, cut])
    apply(() => after)
  }

  return {
    view,
    edit,
    undo,
    redo,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    state: problem ? 'failed' : pending.length > 0 ? 'keeping' : 'kept',
    problem,
    keepAgain: () => void keep(),
  }
}
