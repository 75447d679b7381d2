import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { eventData } from '@/lib/event-data'
import type { ShotWords } from './board'
import { api, unwrap, type Schema } from './client'
import { Problem, type ProblemBody } from './problem'

export type Direction = Schema['DirectionView']
export type Proposal = Schema['ProposalView']

const at = (id: string) => ({ params: { path: { id } } })

/** What the writing model does for a project, or did last; null when it never did anything. */
export function directionOf(id: string) {
  return queryOptions({
    queryKey: ['board', id, 'direction'],
    queryFn: async ({ signal }) =>
      (await unwrap(api.GET('/api/projects/{id}/direction', { ...at(id), signal }))) ?? null,
  })
}

export function isAtWork(direction: Direction | null | undefined): boolean {
  return direction?.state === 'waiting' || direction?.state === 'working'
}

/** The most that each kind of writing costs at the moment, micro-dollars; rewriting, for so many shots. */
export function wordsPrice(id: string, shots = 1) {
  return queryOptions({
    queryKey: ['words-price', id, shots],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/projects/{id}/words-price', { params: { path: { id }, query: { shots } }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    refetchInterval: false,
    retry: false,
  })
}

export function useAskQuestions(id: string) {
  const fresh = useFreshDirection(id)
  return useMutation({
    mutationFn: ({ key, shownMost }: { key: string; shownMost: number }) =>
      unwrap(
        api.POST('/api/projects/{id}/questions', {
          ...at(id),
          body: { shownMost },
          headers: { 'Idempotency-Key': key },
        }),
      ),
    onSuccess: fresh,
  })
}

/** Asks for new words for some shots by a sentence. They come as proposals, and nothing changes before one is taken. */
export function useRewrite(id: string) {
  const fresh = useFreshDirection(id)
  return useMutation({
    mutationFn: (body: Schema['RewriteShots']) =>
      unwrap(api.POST('/api/projects/{id}/board/rewrite', { ...at(id), body })),
    onSuccess: fresh,
  })
}

export function useStopWriting(id: string) {
  const fresh = useFreshDirection(id)
  return useMutation({
    mutationFn: () => unwrap<unknown>(api.POST('/api/projects/{id}/board/writing/cancel', at(id))),
    onSuccess: fresh,
  })
}

/** Forgets the proposals that were not taken. */
export function useDismissProposals(id: string) {
  const fresh = useFreshDirection(id)
  return useMutation({
    mutationFn: () => unwrap<unknown>(api.DELETE('/api/projects/{id}/direction', at(id))),
    onSuccess: fresh,
  })
}

function useFreshDirection(id: string) {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['board', id] })
}

/** A piece of the writing as it happens. `text` is the field as far as it is written. */
export type Written =
  | { shotId: string; field: keyof ShotWords; text: string }
  | { shots: number; of: number }
  | { done: true; paid?: number | null; notice?: string | null; cancelled?: boolean }

/** Follows the writing of a board until it ends. Throws a `Problem` when it ends badly. */
export async function followWriting(id: string, onPiece: (piece: Written) => void, signal: AbortSignal) {
  const stream = await unwrap(api.GET('/api/projects/{id}/board/writing', { ...at(id), parseAs: 'stream', signal }))
  if (!stream) return
  for await (const data of eventData(stream)) {
    const piece = JSON.parse(data) as Written | { problem: ProblemBody }
    if ('problem' in piece) throw new Problem(piece.problem.status ?? 502, piece.problem)
    onPiece(piece)
  }
}
