import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { eventData } from '@/lib/event-data'
import { answerOf, call } from './call'
import type { ShotWords } from './board'
import type { Schema } from './client'
import { Problem, type ProblemBody } from './problem'

export type Direction = Schema['DirectionView']
export type Proposal = Schema['ProposalView']

const at = (id: string, rest: string) => `/api/projects/${id}${rest}`

/** What the writing model does for a project, or did last; null when it never did anything. */
export function directionOf(id: string) {
  return queryOptions({
    queryKey: ['board', id, 'direction'],
    queryFn: async ({ signal }) => (await call<Direction | undefined>('GET', at(id, '/direction'), { signal })) ?? null,
  })
}

/** The most that words cost, micro-dollars. */
export interface WordsPrice {
  /** The model that writes. */
  model: string
  board: number
  questions: number
  rewrite: number
}

export function isAtWork(direction: Direction | null | undefined): boolean {
  return direction?.state === 'waiting' || direction?.state === 'working'
}

/** The most that each kind of writing costs at the moment, micro-dollars; rewriting, for so many shots. */
export function wordsPrice(id: string, shots = 1) {
  return queryOptions({
    queryKey: ['words-price', id, shots],
    queryFn: ({ signal }) => call<WordsPrice>('GET', at(id, '/words-price'), { query: { shots }, signal }),
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
      call<Direction>('POST', at(id, '/questions'), { body: { shownMost }, headers: { 'Idempotency-Key': key } }),
    onSuccess: fresh,
  })
}

/** Asks for new words for some shots by a sentence. They come as proposals, and nothing changes before one is taken. */
export function useRewrite(id: string) {
  const fresh = useFreshDirection(id)
  return useMutation({
    mutationFn: (body: { shotIds: readonly string[]; sentence: string; shownMost: number }) =>
      call<Direction>('POST', at(id, '/board/rewrite'), { body }),
    onSuccess: fresh,
  })
}

export function useStopWriting(id: string) {
  const fresh = useFreshDirection(id)
  return useMutation({
    mutationFn: () => call<unknown>('POST', at(id, '/board/writing/cancel')),
    onSuccess: fresh,
  })
}

/** Forgets the proposals that were not taken. */
export function useDismissProposals(id: string) {
  const fresh = useFreshDirection(id)
  return useMutation({ mutationFn: () => call<unknown>('DELETE', at(id, '/direction')), onSuccess: fresh })
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
  const { body } = await answerOf('GET', at(id, '/board/writing'), { signal })
  if (!body) return
  for await (const data of eventData(body)) {
    const piece = JSON.parse(data) as Written | { problem: ProblemBody }
    if ('problem' in piece) throw new Problem(piece.problem.status ?? 502, piece.problem)
    onPiece(piece)
  }
}
