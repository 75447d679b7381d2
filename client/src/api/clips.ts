import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'
import type { paths } from './schema'

export type Clip = Schema['ClipView']
export type ClipStatus = Schema['ClipStatus']
export type ClipFilter = Schema['ClipFilter']
export type ClipBatch = Schema['ClipBatchView']
export type ClipQuote = Schema['ClipQuoteView']

type ClipsAsked = NonNullable<paths['/api/clips']['get']['parameters']['query']>

/** What the gallery is narrowed to: words of the prompt, a model, a video or none. */
export type ClipsWanted = Pick<ClipsAsked, 'search' | 'model' | 'project' | 'alone'>

/** How many clips are under way and how many wait for a person. */
export function clipCounts() {
  return queryOptions({
    queryKey: ['clips', 'counts'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/clips/counts', { signal })),
  })
}

/** The newest clips of a kind, as many as fit a glance. Alone: without those of videos. */
export function latestClips(filter: ClipFilter, limit: number, { alone }: { alone?: true } = {}) {
  return queryOptions({
    queryKey: ['clips', 'latest', filter, limit, alone],
    queryFn: ({ signal }) => pageOf({ filter, limit, alone }, signal),
  })
}

/** Orders with a clip of a kind, each told as a whole, page by page. */
export function batchPages(filter: ClipFilter, limit = 20) {
  return infiniteQueryOptions({
    queryKey: ['clips', 'batches', filter, limit],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/clips/batches', { params: { query: { filter, before: pageParam, limit } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/**
 * When the orders that are on their way should be complete. Told in minutes, it need not follow every look at a clip: it stands
 * under a key of its own, away from their events.
 */
export function clipForecast() {
  return queryOptions({
    queryKey: ['clip-forecast'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/clips/forecast', { signal })),
    staleTime: 10_000,
    refetchInterval: 10_000,
  })
}

/** The clips of a kind of one order, as they were ordered, page by page. */
export function clipsOfBatch(batch: string, filter: ClipFilter, limit = 40) {
  return infiniteQueryOptions({
    queryKey: ['clips', 'batch', batch, filter, limit],
    queryFn: ({ pageParam, signal }) => pageOf({ batch, filter, before: pageParam, limit }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

/**
 * Finished clips, page by page. They stand under a key of their own: every look at a running clip is an event of `clips`, and
 * twenty pages of finished ones need not be asked for again each time. The gallery freshens them when their number changes.
 */
export function finishedPages(wanted: ClipsWanted, limit = 48) {
  return infiniteQueryOptions({
    queryKey: ['finished-clips', wanted, limit],
    queryFn: ({ pageParam, signal }) => pageOf({ ...wanted, filter: 'done', before: pageParam, limit }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    refetchInterval: false,
  })
}

/** The videos that have finished clips; they grow old as those do. */
export function videosOfClips() {
  return queryOptions({
    queryKey: ['finished-clips', 'videos'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/clips/videos', { signal })),
    refetchInterval: false,
  })
}

function pageOf(query: ClipsAsked, signal: AbortSignal) {
  return unwrap(api.GET('/api/clips', { params: { query }, signal }))
}

export function clipOf(id: string) {
  return queryOptions({
    queryKey: ['clips', 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/clips/{id}', { params: { path: { id } }, signal })),
  })
}

/** The price of settings at the moment. Venice's prices move, so one is not trusted for longer than half a minute. */
export function quoteOf(body: Schema['QuoteClips'] | null) {
  return queryOptions({
    queryKey: ['quote', body],
    queryFn: ({ signal }) => unwrap(api.POST('/api/clips/quote', { body: body as Schema['QuoteClips'], signal })),
    enabled: body !== null,
    placeholderData: keepPreviousData,
    staleTime: 25_000,
    refetchInterval: 30_000,
  })
}

export function useOrderClips() {
  const fresh = useFreshClips()
  return useMutation({
    mutationFn: ({ body, key }: { body: Schema['OrderClips']; key: string }) =>
      unwrap(api.POST('/api/clips', { body, headers: { 'Idempotency-Key': key } })),
    onSuccess: fresh,
  })
}

/** Orders an ended clip anew with the same settings, at the price it had. */
export function useRetryClip() {
  const fresh = useFreshClips()
  return useMutation({
    mutationFn: ({ id, key }: { id: string; key: string }) =>
      unwrap(api.POST('/api/clips/{id}/retry', { params: { path: { id } }, headers: { 'Idempotency-Key': key } })),
    onSuccess: fresh,
  })
}

/** A decision that a person takes about one clip. */
export type Decision =
  | { kind: 'cancel' | 'charged' | 'resend' | 'collect' }
  | { kind: 'price'; shownEach: number }
  | { kind: 'consent'; body: Schema['AgreeToConsent'] }
  | { kind: 'clean-up'; cleanUp: boolean }

export function useDecideClip(id: string) {
  const queries = useQueryClient()
  const fresh = useFreshClips()
  return useMutation({
    mutationFn: (decision: Decision) => unwrap<Clip>(decideClip(id, decision)),
    onSuccess: (clip) => {
      queries.setQueryData(clipOf(id).queryKey, clip)
      return fresh()
    },
  })
}

export function decideClip(id: string, decision: Decision) {
  const params = { path: { id } }
  switch (decision.kind) {
    case 'cancel':
      return api.POST('/api/clips/{id}/cancel', { params })
    case 'charged':
      return api.POST('/api/clips/{id}/charged', { params })
    case 'resend':
      return api.POST('/api/clips/{id}/resend', { params })
    case 'collect':
      return api.POST('/api/clips/{id}/collect', { params })
    case 'price':
      return api.POST('/api/clips/{id}/price', { params, body: { shownEach: decision.shownEach } })
    case 'consent':
      return api.POST('/api/clips/{id}/consent', { params, body: decision.body })
    case 'clean-up':
      return api.PUT('/api/clips/{id}/clean-up', { params, body: { cleanUp: decision.cleanUp } })
  }
}

/** What became of deleting several clips: those still there are named, with the first reason. */
export interface Deleted {
  gone: string[]
  kept: string[]
  reason: Error | null
}

/** Deletes ended clips and their files, one after another: one that cannot go does not hold the others up. */
export function useDeleteClips() {
  const fresh = useFreshClips()
  return useMutation({
    mutationFn: async (ids: readonly string[]): Promise<Deleted> => {
      const outcome: Deleted = { gone: [], kept: [], reason: null }
      for (const id of ids) {
        try {
          await unwrap(api.DELETE('/api/clips/{id}', { params: { path: { id } } }))
          outcome.gone.push(id)
        } catch (problem) {
          outcome.kept.push(id)
          outcome.reason ??= problem as Error
        }
      }
      return outcome
    },
    onSettled: fresh,
  })
}

function useFreshClips() {
  const queries = useQueryClient()
  return async () => {
    void queries.invalidateQueries({ queryKey: ['finished-clips'] })
    void queries.invalidateQueries({ queryKey: ['spend'] })
    await queries.invalidateQueries({ queryKey: ['clips'] })
  }
}
