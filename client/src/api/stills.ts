import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'

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

const at = (id: string) => ({ params: { path: { id } } })

/** Every version of every shot's and every sheet's picture, the oldest first; those that failed too. */
export function stillsOf(id: string) {
  return queryOptions({
    queryKey: ['stills', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/projects/{id}/stills', { ...at(id), signal })),
  })
}

const told = ({ shotIds, missing = false, variants = 1, ...wanted }: StillsWanted) => ({
  ...wanted,
  ...(shotIds && { shotIds: [...shotIds] }),
  missing,
  variants,
})

/** @param lacking How many lack one: when another page has ordered some, the price is asked for again. */
export function stillsQuote(id: string, wanted: StillsWanted | null, lacking?: number) {
  return queryOptions({
    queryKey: ['quote', 'stills', id, wanted, lacking],
    queryFn: ({ signal }) =>
      unwrap(api.POST('/api/projects/{id}/stills/quote', { ...at(id), body: told(wanted ?? {}), signal })),
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
    queryFn: ({ signal }) => unwrap(api.GET('/api/catalog/image-models', { signal })),
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
      unwrap(
        api.POST('/api/projects/{id}/stills', {
          ...at(id),
          body: { ...told(order), shownEach: order.shownEach },
          headers: { 'Idempotency-Key': key },
        }),
      ),
    onSuccess: fresh,
  })
}

/** A person's word about one picture that was ordered. */
export type StillDecision =
  | { kind: 'cancel' | 'charged' | 'send-again' | 'collect' }
  | { kind: 'price'; shownEach: number }
  | { kind: 'retry'; key: string }

export function decideStill(id: string, decision: StillDecision) {
  switch (decision.kind) {
    case 'price':
      return api.POST('/api/stills/{id}/price', { ...at(id), body: { shownEach: decision.shownEach } })
    case 'retry':
      return api.POST('/api/stills/{id}/retry', { ...at(id), headers: { 'Idempotency-Key': decision.key } })
    default:
      return api.POST(`/api/stills/{id}/${decision.kind}`, at(id))
  }
}

export function useDecideStill(project: string) {
  const fresh = useFreshStills(project)
  return useMutation({
    mutationFn: ({ id, decision }: { id: string; decision: StillDecision }) =>
      unwrap<unknown>(decideStill(id, decision)),
    onSuccess: fresh,
  })
}

/** A picture of the creator's own in place of a drawn one. */
export function useOwnStill(project: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: ({ shotId, mediaId }: { shotId: string; mediaId: string }) =>
      unwrap(
        api.POST('/api/projects/{id}/shots/{shotId}/still', {
          params: { path: { id: project, shotId } },
          body: { mediaId },
        }),
      ),
    onSuccess: (stills) => {
      queries.setQueryData(stillsOf(project).queryKey, stills)
      return queries.invalidateQueries({ queryKey: ['board', project] })
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
