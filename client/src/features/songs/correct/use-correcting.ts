import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Problem } from '@/api/problem'
import { hearingOf, putCorrections } from '@/api/tracks'
import type { Corrections, Hearing } from '@/api/track-types'
import type { BeatChange } from './beat-changes'
import { begun, changed, redone, same, undone, type History } from './history'

export interface Correcting {
  now: Corrections
  change: (next: Corrections) => void
  apply: (change: BeatChange) => void
  undo: () => void
  redo: () => void
  canUndo: boolean
  canRedo: boolean
  saving: boolean
  /** Not kept yet, and why. */
  problem: Problem | null
  /** Somebody else, or another tab, has corrected the same song meanwhile. */
  crossed: boolean
  keepMine: () => void
  takeTheirs: () => void
}

/** Waits for the next press before it sends: nudging by 5 ms is done in bursts. */
const settle = 180
const retryAfter = 4000

/** The corrections of one song: changed here at once, kept by the studio a moment later, one write at a time. */
export function useCorrecting(trackId: string, hearing: Hearing): Correcting {
  const queries = useQueryClient()
  const [history, setHistory] = useState<History>(() => begun(hearing.corrections))
  const [saved, setSaved] = useState(hearing.corrections)
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const crossed = problem?.type === 'stale'
  const unsaved = !same(history.now, saved)

  const send = useCallback(
    async (corrections: Corrections, version: number) => {
      setSaving(true)
      try {
        const answer = await putCorrections(trackId, { ...corrections, version })
        queries.setQueryData(hearingOf(trackId).queryKey, answer)
        setSaved({ ...corrections, version: answer.corrections.version })
        setProblem(null)
      } catch (thrown) {
        setProblem(Problem.from(thrown))
        if (thrown instanceof Problem && thrown.type === 'stale') await queries.refetchQueries(hearingOf(trackId))
      } finally {
        setSaving(false)
      }
    },
    [trackId, queries],
  )

  useEffect(() => {
    if (!unsaved || saving || (problem && !problem.offline)) return
    const timer = setTimeout(() => void send(history.now, saved.version), problem ? retryAfter : settle)
    return () => clearTimeout(timer)
  }, [unsaved, saving, problem, history.now, saved.version, send])

  // What another tab or person has changed shows here too, as a step that can be taken back.
  const theirs = hearing.corrections
  useEffect(() => {
    if (theirs.version <= saved.version || saving || crossed || unsaved) return
    setSaved(theirs)
    setHistory((before) => changed(before, theirs))
  }, [theirs, saved.version, saving, crossed, unsaved])

  const left = useRef<(() => void) | null>(null)
  useEffect(() => {
    left.current = unsaved && !saving ? () => void send(history.now, saved.version) : null
  })
  useEffect(() => () => left.current?.(), [])

  const step = (next: (before: History) => History) => {
    setHistory(next)
    // A refusal was about what stood there before; a crossing stands until it is decided.
    if (!crossed) setProblem(null)
  }

  return {
    now: history.now,
    change: (next) => step((before) => changed(before, next)),
    apply: (change) =>
      step((before) => {
        const next = change(before.now, hearing)
        return next ? changed(before, next) : before
      }),
    undo: () => step(undone),
    redo: () => step(redone),
    canUndo: history.past.length > 0,
    canRedo: history.future.length > 0,
    saving: saving || unsaved,
    problem: crossed ? null : problem,
    crossed,
    keepMine: () => {
      setSaved(theirs)
      setHistory(({ past, now }) => ({ past: [...past, theirs], now, future: [] }))
      setProblem(null)
    },
    takeTheirs: () => {
      setSaved(theirs)
      setHistory((before) => changed(before, theirs))
      setProblem(null)
    },
  }
}
