import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'

/** What a person orders. Recognised lyrics are the third kind, and belong to their song's page. */
export type SoundKind = Exclude<Schema['SoundKind'], 'lyrics'>
export type SoundModel = Schema['SoundModelView']
export type SoundSettings = Schema['SoundSettings']
export type Sound = Schema['SoundView']
export type QuoteSounds = Schema['QuoteSounds']
export type OrderSounds = Schema['OrderSounds']

export function soundModels(kind: SoundKind) {
  return queryOptions({
    queryKey: ['catalog', 'sound-models', kind],
    queryFn: ({ signal }) => unwrap(api.GET('/api/sounds/models', { params: { query: { kind } }, signal })),
    staleTime: 5 * 60_000,
    refetchInterval: false,
  })
}

export function sounds() {
  return queryOptions({
    queryKey: ['sounds'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/sounds', { signal })),
  })
}

/** The latest recognitions of lyrics, of all songs. */
export function recognitions(wanted: boolean) {
  return queryOptions({
    queryKey: ['sounds', 'lyrics'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/sounds', { params: { query: { kind: 'lyrics', limit: 200 } }, signal })),
    enabled: wanted,
  })
}

/** The price of a sound at the moment. */
export function soundQuote(wanted: QuoteSounds | null) {
  return queryOptions({
    queryKey: ['quote', 'sound', wanted],
    queryFn: ({ signal }) => unwrap(api.POST('/api/sounds/quote', { body: wanted as QuoteSounds, signal })),
    enabled: wanted !== null,
    placeholderData: keepPreviousData,
    staleTime: 25_000,
    refetchInterval: 30_000,
  })
}

export function useOrderSounds() {
  const fresh = useFreshSounds()
  return useMutation({
    mutationFn: ({ body, key }: { body: OrderSounds; key: string }) =>
      unwrap(api.POST('/api/sounds', { body, headers: { 'Idempotency-Key': key } })),
    onSuccess: fresh,
  })
}

/** A person's word about one sound. Ordering it anew is paid, and so comes with a key and the price on its button. */
export type SoundDecision =
  | { kind: 'cancel' | 'charged' | 'again' | 'collect' | 'delete' }
  | { kind: 'price'; shownEach: number }
  | { kind: 'retry'; shownEach: number; key: string }

export function useDecideSound(id: string) {
  const queries = useQueryClient()
  const fresh = useFreshSounds()
  return useMutation({
    mutationFn: (decision: SoundDecision) => unwrap<unknown>(decided(id, decision)),
    onSuccess: () => {
      // A recognition moves on with its order, and its song's page says where it is.
      void queries.invalidateQueries({ queryKey: ['tracks', 'lyrics'] })
      return fresh()
    },
  })
}

function decided(id: string, decision: SoundDecision) {
  const path = { id }
  switch (decision.kind) {
    case 'delete':
      return api.DELETE('/api/sounds/{id}', { params: { path } })
    case 'price':
      return api.POST('/api/sounds/{id}/price', { params: { path }, body: { shownEach: decision.shownEach } })
    case 'retry':
      return api.POST('/api/sounds/{id}/retry', {
        params: { path, query: { shownEach: decision.shownEach }, header: { 'Idempotency-Key': decision.key } },
      })
    default:
      return api.POST(`/api/sounds/{id}/${decision.kind}`, { params: { path } })
  }
}

/** The chosen version becomes a song, and is listened to. */
export function useSoundAsTrack(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/sounds/{id}/track', { params: { path: { id } } })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['sounds'] })
      return queries.invalidateQueries({ queryKey: ['tracks'] })
    },
  })
}

function useFreshSounds() {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['spend'] })
    return queries.invalidateQueries({ queryKey: ['sounds'] })
  }
}
