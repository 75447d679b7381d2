import { queryOptions } from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'
import { eventData } from '@/lib/event-data'
import { isAbort, Problem, type ProblemBody } from './problem'

interface PromptPiece {
  text?: string
  done?: boolean
  /** Micro-dollars that the writing cost. */
  paid?: number
  problem?: ProblemBody
}

/** The most that writing a prompt costs at the moment. */
export function promptPrice() {
  return queryOptions({
    queryKey: ['catalog', 'prompt-price'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/prompts/price', { signal })),
    staleTime: 5 * 60_000,
    refetchInterval: false,
    retry: false,
  })
}

/**
 * Has a prompt written from a theme; its pieces arrive while it is being written.
 * Answers what the writing cost in micro-dollars. Throws a `Problem`, also when the stream ends before its end.
 */
export async function writePrompt(
  body: Schema['WritePrompt'],
  onPiece: (text: string) => void,
  signal: AbortSignal,
): Promise<number> {
  const stream = await unwrap(api.POST('/api/prompts', { body, parseAs: 'stream', signal }))
  if (!stream) throw cut()

  try {
    for await (const data of eventData(stream)) {
      const piece = JSON.parse(data) as PromptPiece
      if (piece.problem) throw new Problem(piece.problem.status ?? 502, piece.problem)
      if (piece.text) onPiece(piece.text)
      if (piece.done) return piece.paid ?? 0
    }
  } catch (thrown) {
    throw isAbort(thrown) || thrown instanceof Problem ? thrown : cut()
  }
  throw cut()
}

function cut() {
  return new Problem(0, {
    type: 'cut-off',
    title: 'The writing broke off',
    detail: 'The connection ended in the middle. What arrived is kept; write again, or go on by hand.',
  })
}
