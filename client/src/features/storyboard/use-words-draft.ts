import { useCallback, useEffect, useRef, useState } from 'react'
import type { Shot, ShotWords } from '@/api/board'
import type { Problem } from '@/api/problem'
import type { BoardActs } from './use-board-acts'

const pause = 800

export interface WordsDraft {
  words: ShotWords
  set: (field: keyof ShotWords, text: string) => void
  /** Saves now what is typed. Answers whether all of it is on the board. */
  flush: () => Promise<boolean>
  state: 'saved' | 'typing'
  problem: Problem | null
}

/** The words of a shot while they are typed. A key draws this form alone; the board hears of it when the typing rests. */
export function useWordsDraft(shot: Shot, acts: BoardActs): WordsDraft {
  const [draft, setDraft] = useState<ShotWords | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const latest = useRef({ draft, shot, acts })
  useEffect(() => {
    latest.current = { draft, shot, acts }
  })

  const flush = useCallback(async () => {
    const sent = latest.current.draft
    if (!sent) return true
    const refused = await latest.current.acts.tryChange({ kind: 'words', shotId: latest.current.shot.id, words: sent })
    setProblem(refused)
    if (!refused) setDraft((now) => (now === sent ? null : now))
    return refused === null
  }, [])

  useEffect(() => {
    if (!draft) return
    const timer = setTimeout(() => void flush(), pause)
    return () => clearTimeout(timer)
  }, [draft, flush])

  // Going to another shot, or away, keeps what was typed.
  useEffect(() => () => void flush(), [flush])

  const set = useCallback(
    (field: keyof ShotWords, text: string) =>
      setDraft((now) => ({ ...(now ?? latest.current.shot.words), [field]: text })),
    [],
  )
  return { words: draft ?? shot.words, set, flush, state: draft ? 'typing' : 'saved', problem }
}
