import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { takeBoard, type Board } from './board'
import { call } from './call'
import type { Schema } from './client'

export type Still = Schema['StillView']
export type StillsQuote = Schema['StillQuoteView']

/** What is to be drawn: some shots, all without a picture, or a sheet of somebody in the cast. */
export interface StillsWanted {
  shotIds?: readonly string[]
  missing?: boolean
  castId?: string
  variants?: number
  /** How the present picture is to be changed. */
  sentence?: string
}

const at = (id: string, rest = '') => `/api/projects/${id}/stills${rest}`

/** Every version of every shot's and every sheet's picture, the oldest first; those that failed too. */
export function stillsOf(id: string) {
  return queryOptions({
    queryKey: ['stills', id],
    queryFn: ({ signal }) => call<Still[]>('GET', at(id), { signal }),
  })
}

const told = ({ variants = 1, ...wanted }: StillsWanted) => ({ ...wanted, variants })

export function stillsQuote(id: string, wanted: StillsWanted | null) {
  return queryOptions({
    queryKey: ['quote', 'stills', id, wanted],
    queryFn: ({ signal }) => call<StillsQuote>('POST', at(id, '/quote'), { body: told(wanted ?? {}), signal }),
    enabled: wanted !== null,
    placeholderData: keepPreviousData,
    staleTime: 25_000,
    refetchInterval: 30_000,
  })
}

/** Venice's models that draw. */
export function imageModels() {
  return queryOptions({
    queryKey: ['catalog', 'image-models'],
    queryFn: ({ signal }) => call<Schema['ImageModelView'][]>('GET', '/api/catalog/image-models', { signal }),
    staleTime: 5 * 60_000,
    refetchInterval: false,
  })
}

export interface OrderStills extends StillsWanted {
  /** Micro-dollars that the button showed for one. */
  shownEach: number
}

export function useOrderStills(id: string) {
  const fresh = useFreshStills(id)
  return useMutation({
    mutationFn: ({ order, key }: { order: OrderStills; key: string }) =>
      call<Still[]>('POST', at(id), {
        body: { ...told(order), shownEach: order.shownEach },
        headers: { 'Idempotency-Key': key },
      }),
    onSuccess: fresh,
  })
}

/** A person's word about one picture that was ordered. */
export type StillDecision =
  | { kind: 'cancel' | 'charged' | 'send-again' | 'collect' }
  | { kind: 'price'; shownEach: number }
  | { kind: 'retry'; key: string }

export function useDecideStill(project: string) {
  const fresh = useFreshStills(project)
  return useMutation({
    mutationFn: ({ id, decision }: { id: string; decision: StillDecision }) =>
      call<unknown>('POST', `/api/stills/${id}/${decision.kind}`, {
        ...(decision.kind === 'retry' ? { headers: { 'Idempotency-Key': decision.key } } : {}),
        ...(decision.kind === 'price' ? { body: { shownEach: decision.shownEach } } : {}),
      }),
    onSuccess: fresh,
  })
}

/** A picture of the creator's own in place of a drawn one. */
export function useOwnStill(project: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ shotId, mediaId }: { shotId: string; mediaId: string }) =>
      call<Board>('POST', `/api/projects/${project}/shots/${shotId}/still`, { body: { mediaId } }),
    onSuccess: (board) => {
      takeBoard(queries, project, board)
      return queries.invalidateQueries({ queryKey: ['stills', project] })
    },
  })
}

function useFreshStills(project: string) {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['spend'] })
    void queries.invalidateQueries({ queryKey: ['projects', 'one', project] })
    return queries.invalidateQueries({ queryKey: ['stills', project] })
  }
}
