import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { call } from './call'
import type { Schema } from './client'
import { Problem } from './problem'

export type Board = Schema['BoardView']
export type Shot = Schema['ShotView']
export type ShotWords = Schema['ShotWords']
export type SubjectPoint = Schema['SubjectPoint']
export type BoardChange = Schema['BoardChange']
export type ShotPrompt = Schema['PromptView']

const at = (id: string, rest = '') => `/api/projects/${id}/board${rest}`

/** The board; null while there is none. */
export function boardOf(id: string) {
  return queryOptions({
    queryKey: ['board', id, 'one'],
    queryFn: ({ signal }) =>
      call<Board>('GET', at(id), { signal }).catch((problem: unknown) => {
        if (problem instanceof Problem && problem.status === 404) return null
        throw problem
      }),
  })
}

export function takeBoard(queries: QueryClient, id: string, board: Board): void {
  queries.setQueryData(boardOf(id).queryKey, board)
  void queries.invalidateQueries({ queryKey: ['board', id, 'prompt'] })
  void queries.invalidateQueries({ queryKey: ['projects', 'one', id] })
}

/** Makes the board, or makes it anew around the locked shots. */
export interface MakeBoard {
  /** The present board's version; left out for the first one. */
  version?: number
  /** Micro-dollars that the button named as the most. */
  shownMost: number
  /** Written by rules, which costs nothing. */
  rules: boolean
}

export function useMakeBoard(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ key, ...body }: MakeBoard & { key: string }) =>
      call<Board>('POST', at(id), { body, headers: { 'Idempotency-Key': key } }),
    onSuccess: (board) => {
      takeBoard(queries, id, board)
      void queries.invalidateQueries({ queryKey: ['board', id] })
    },
  })
}

export const sendChanges = (id: string, version: number, changes: readonly BoardChange[]) =>
  call<Board>('POST', at(id, '/changes'), { body: { version, changes } })

export const sendUndo = (id: string, version: number, which: 'undo' | 'redo') =>
  call<Board>('POST', at(id, `/${which}`), { body: { version } })

/** Some shots, or all. */
export type Shots = { shotIds: readonly string[] } | { all: true }

const named = (shots: Shots) =>
  'all' in shots ? { shotIds: null, all: true } : { shotIds: [...shots.shotIds], all: false }

export const sendApproval = (id: string, version: number, shots: Shots, shownTotal: number) =>
  call<Board>('POST', at(id, '/approve'), { body: { version, ...named(shots), shownTotal } })

export const sendWithdrawal = (id: string, version: number, shots: Shots) =>
  call<Board>('POST', at(id, '/withdraw'), { body: { version, ...named(shots) } })

/** What Venice will read for a shot, and from where each part comes. */
export function promptOf(id: string, shotId: string) {
  return queryOptions({
    queryKey: ['board', id, 'prompt', shotId],
    queryFn: ({ signal }) => call<ShotPrompt>('GET', `/api/projects/${id}/shots/${shotId}/prompt`, { signal }),
  })
}
