import { queryOptions, useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'
import { Problem } from './problem'

export type Board = Schema['BoardView']
export type Shot = Schema['ShotView']
export type ShotWords = Schema['ShotWords']
export type SubjectPoint = Schema['SubjectPoint']
export type BoardChange = Schema['BoardChange']
export type ShotPrompt = Schema['PromptView']

const at = (id: string) => ({ params: { path: { id } } })

/** The board; null while there is none. */
export function boardOf(id: string) {
  return queryOptions({
    queryKey: ['board', id, 'one'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/projects/{id}/board', { ...at(id), signal })).catch((problem: unknown) => {
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
export function useMakeBoard(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ key, ...body }: Schema['MakeBoard'] & { key: string }) =>
      unwrap(api.POST('/api/projects/{id}/board', { ...at(id), body, headers: { 'Idempotency-Key': key } })),
    onSuccess: (board) => {
      takeBoard(queries, id, board)
      void queries.invalidateQueries({ queryKey: ['board', id] })
    },
  })
}

export const sendChanges = (id: string, version: number, changes: readonly BoardChange[]) =>
  unwrap(api.POST('/api/projects/{id}/board/changes', { ...at(id), body: { version, changes: [...changes] } }))

export const sendUndo = (id: string, version: number, which: 'undo' | 'redo') =>
  unwrap(api.POST(`/api/projects/{id}/board/${which}`, { ...at(id), body: { version } }))

/** Some shots, or all. */
export type Shots = { shotIds: readonly string[] } | { all: true }

const named = (shots: Shots) =>
  'all' in shots ? { shotIds: null, all: true } : { shotIds: [...shots.shotIds], all: false }

export const sendApproval = (id: string, version: number, shots: Shots, shownTotal: number) =>
  unwrap(api.POST('/api/projects/{id}/board/approve', { ...at(id), body: { version, ...named(shots), shownTotal } }))

export const sendWithdrawal = (id: string, version: number, shots: Shots) =>
  unwrap(api.POST('/api/projects/{id}/board/withdraw', { ...at(id), body: { version, ...named(shots) } }))

/** What Venice will read for a shot, and from where each part comes. */
export function promptOf(id: string, shotId: string) {
  return queryOptions({
    queryKey: ['board', id, 'prompt', shotId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/projects/{id}/shots/{shotId}/prompt', { params: { path: { id, shotId } }, signal })),
  })
}
