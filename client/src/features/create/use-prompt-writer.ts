import { useCallback, useEffect, useRef, useState } from 'react'
import type { Schema } from '@/api/client'
import { isAbort } from '@/api/problem'
import { writePrompt } from '@/api/prompts'
import { readStored, writeStored } from '@/lib/storage'
import type { ChangeDraft } from './use-draft'

const costKey = 'studio.promptCost'

export interface PromptWriter {
  writing: boolean
  problem: unknown
  /** What the last one cost, micro-dollars; undefined: none was written in this browser yet. */
  lastCost: number | undefined
  /** The prompt that the last writing replaced. */
  replaced: string | null
  write: (body: Schema['WritePrompt'], replacing: string) => void
  stop: () => void
  undo: () => void
}

/** Has the prompt written; its words stream into the draft, where they can be edited even while they arrive. */
export function usePromptWriter(change: ChangeDraft): PromptWriter {
  const [writing, setWriting] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const [replaced, setReplaced] = useState<string | null>(null)
  const [lastCost, setLastCost] = useState(() => readStored<number>(costKey))
  const running = useRef<AbortController | null>(null)

  const stop = useCallback(() => running.current?.abort(), [])
  useEffect(() => stop, [stop])

  const write = (body: Schema['WritePrompt'], replacing: string) => {
    stop()
    const mine = new AbortController()
    running.current = mine
    let begun = false
    const piece = (text: string) => {
      // The old prompt goes when the first word of the new one is there: a refusal leaves it alone.
      const first = !begun
      begun = true
      change((draft) => ({ prompt: first ? text : draft.prompt + text }))
      if (first && replacing.trim()) setReplaced(replacing)
    }
    setWriting(true)
    setProblem(null)
    setReplaced(null)
    writePrompt(body, piece, mine.signal)
      .then((paid) => {
        setLastCost(paid)
        writeStored(costKey, paid)
      })
      .catch((thrown: unknown) => {
        if (!isAbort(thrown)) setProblem(thrown)
      })
      .finally(() => {
        if (running.current === mine) setWriting(false)
      })
  }

  const undo = () => {
    if (replaced === null) return
    stop()
    change({ prompt: replaced })
    setReplaced(null)
  }

  return { writing, problem, lastCost, replaced, write, stop, undo }
}
