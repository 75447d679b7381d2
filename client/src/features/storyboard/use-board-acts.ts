import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useState, useSyncExternalStore } from 'react'
import {
  boardOf,
  sendApproval,
  sendChanges,
  sendUndo,
  sendWithdrawal,
  takeBoard,
  type Board,
  type BoardChange,
  type Shots,
} from '@/api/board'
import { Problem } from '@/api/problem'
import { toast } from '@/components/ui/toast'

const mostTries = 4

/**
 * Acts on the board, one after another. The studio writes on it too, so an act that was made for an older board is tried once
 * more for the present one: acts name their shots, and mean the same there.
 */
class BoardQueue {
  private readonly queries: QueryClient
  private readonly id: string
  private last: Promise<unknown> = Promise.resolve()
  private waiting = 0
  private readonly listeners = new Set<() => void>()

  constructor(queries: QueryClient, id: string) {
    this.queries = queries
    this.id = id
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  busy = () => this.waiting > 0

  /** The board as it is known here. */
  get board(): Board | null | undefined {
    return this.queries.getQueryData(boardOf(this.id).queryKey)
  }

  /** Answers the new board, or the problem when it could not be done. */
  run(act: (version: number) => Promise<Board>): Promise<Board | Problem> {
    this.count(1)
    const turn = this.last.then(() => this.attempt(act, 1)).finally(() => this.count(-1))
    this.last = turn
    return turn
  }

  private async attempt(act: (version: number) => Promise<Board>, tries: number): Promise<Board | Problem> {
    try {
      const next = await act(this.board?.version ?? 0)
      takeBoard(this.queries, this.id, next)
      return next
    } catch (thrown) {
      const problem = Problem.from(thrown)
      if (problem.type !== 'stale' || tries >= mostTries) return problem
      await this.queries.fetchQuery({ ...boardOf(this.id), staleTime: 0 }).catch(() => undefined)
      return this.attempt(act, tries + 1)
    }
  }

  private count(by: number) {
    this.waiting += by
    this.listeners.forEach((listener) => listener())
  }
}

export interface BoardActs {
  /** Answers whether it was done; tells the person when it was not. */
  change: (...changes: readonly BoardChange[]) => Promise<boolean>
  /** As `change`, for who shows the problem itself. */
  tryChange: (...changes: readonly BoardChange[]) => Promise<Problem | null>
  undo: () => void
  redo: () => void
  approve: (shots: Shots, shownTotal: number) => Promise<Problem | null>
  withdraw: (shots: Shots) => void
}

export interface LiveBoardActs extends BoardActs {
  busy: boolean
  /** What the last step back or on was, for who cannot see it. */
  said: string
}

export function useBoardActs(id: string): LiveBoardActs {
  const queries = useQueryClient()
  const [said, say] = useState('')
  const [{ queue, acts }] = useState(() => {
    const made = new BoardQueue(queries, id)
    return { queue: made, acts: actsOf(made, id, say) }
  })
  const busy = useSyncExternalStore(queue.subscribe, queue.busy)
  return { ...acts, busy, said }
}

function actsOf(queue: BoardQueue, id: string, say: (how: (before: string) => string) => void): BoardActs {
  const attempted = async (act: (version: number) => Promise<Board>) => {
    const outcome = await queue.run(act)
    return outcome instanceof Problem ? outcome : null
  }
  const told = async (act: (version: number) => Promise<Board>) => {
    const problem = await attempted(act)
    if (problem) toast(problem.message, { tone: 'refused' })
    return problem === null
  }
  const step = async (which: 'undo' | 'redo') => {
    const board = queue.board
    const act = which === 'undo' ? board?.undoAct : board?.redoAct
    if (!(await told((version) => sendUndo(id, version, which)))) return
    const words = `${which === 'undo' ? 'Undone' : 'Done again'}: ${act ?? 'the last change'}`
    // The same words twice in a row are spoken once, unless something in them differs.
    say((before) => (before === words ? `${words}\u00a0` : words))
  }
  return {
    change: (...changes) => told((version) => sendChanges(id, version, changes)),
    tryChange: (...changes) => attempted((version) => sendChanges(id, version, changes)),
    undo: () => void step('undo'),
    redo: () => void step('redo'),
    approve: (shots, shownTotal) => attempted((version) => sendApproval(id, version, shots, shownTotal)),
    withdraw: (shots) => void told((version) => sendWithdrawal(id, version, shots)),
  }
}
