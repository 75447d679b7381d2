import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from './call'
import type { ClipStatus } from './clips'
import type { Schema } from './client'
import type { Track } from './track-types'

export type SoundKind = 'music' | 'speech'

/** A model that makes music or reads aloud, and exactly what a form may offer for it. */
export interface SoundModel {
  id: string
  name: string
  kind: SoundKind
  available: boolean
  /** Why not, in a sentence. */
  unavailableBecause?: string | null
  promptLeast: number
  promptLimit: number
  lyrics: 'no' | 'optional' | 'required'
  lyricsLimit?: number | null
  /** It can be told to leave the voice out. */
  instrumental: boolean
  /** It writes the words itself when asked to. */
  writesLyrics: boolean
  /** Seconds: one of the options, or any between the bounds where there are none. Null: the model decides. */
  length?: { options: number[]; least?: number | null; most?: number | null; usual?: number | null } | null
  voices: string[]
  usualVoice?: string | null
}

/** What a sound is made from. A field that its model does not take is left out. */
export interface SoundSettings {
  kind: SoundKind
  model: string
  prompt: string
  lyrics?: string
  instrumental?: boolean
  writeLyrics?: boolean
  seconds?: number
  voice?: string
}

export interface Sound {
  id: string
  kind: SoundKind | 'lyrics'
  model: string
  modelName: string
  prompt: string
  lyrics?: string | null
  status: ClipStatus
  waiting?: string | null
  progress?: { elapsedMs: number; averageMs?: number | null; asOf: string } | null
  cancelAsked: boolean
  quoted: number
  paid: number
  newPrice?: number | null
  media?: Schema['MediaView'] | null
  failure?: { kind: string; sentence: string; suggestedPrompt?: string | null; canCollectAgain?: boolean } | null
  trackId?: string | null
  createdAt: string
}

/** What a price depends on. */
export interface QuoteSounds {
  kind: SoundKind
  model: string
  seconds?: number
  /** Of the prompt, as far as it is written. */
  characters?: number
  variations: number
}

export interface SoundQuote {
  each: number
  total: number
  variations: number
  withinBudget: boolean
}

export function soundModels(kind: SoundKind) {
  return queryOptions({
    queryKey: ['catalog', 'sound-models', kind],
    queryFn: ({ signal }) => call<SoundModel[]>('GET', '/api/sounds/models', { query: { kind }, signal }),
    staleTime: 5 * 60_000,
    refetchInterval: false,
  })
}

export function sounds() {
  return queryOptions({
    queryKey: ['sounds'],
    queryFn: ({ signal }) => call<{ items: Sound[]; next?: string | null }>('GET', '/api/sounds', { signal }),
  })
}

/** The price of a sound at the moment. */
export function soundQuote(wanted: QuoteSounds | null) {
  return queryOptions({
    queryKey: ['quote', 'sound', wanted],
    queryFn: ({ signal }) => call<SoundQuote>('POST', '/api/sounds/quote', { body: wanted ?? {}, signal }),
    enabled: wanted !== null,
    placeholderData: keepPreviousData,
    staleTime: 25_000,
    refetchInterval: 30_000,
  })
}

export interface OrderSounds extends SoundSettings {
  variations: number
  /** Micro-dollars that the button showed for one. */
  shownEach: number
}

export function useOrderSounds() {
  const fresh = useFreshSounds()
  return useMutation({
    mutationFn: ({ body, key }: { body: OrderSounds; key: string }) =>
      call<Sound[]>('POST', '/api/sounds', { body, headers: { 'Idempotency-Key': key } }),
    onSuccess: fresh,
  })
}

/** A person's word about one sound. Ordering it anew is paid, and so comes with a key and the price on its button. */
export type SoundDecision =
  | { kind: 'cancel' | 'charged' | 'again' | 'collect' | 'delete' }
  | { kind: 'price'; shownEach: number }
  | { kind: 'retry'; shownEach: number; key: string }

export function useDecideSound(id: string) {
  const fresh = useFreshSounds()
  return useMutation({ mutationFn: (decision: SoundDecision) => decided(id, decision), onSuccess: fresh })
}

function decided(id: string, decision: SoundDecision): Promise<unknown> {
  const at = `/api/sounds/${id}`
  switch (decision.kind) {
    case 'delete':
      return call('DELETE', at)
    case 'price':
      return call('POST', `${at}/price`, { body: { shownEach: decision.shownEach } })
    case 'retry':
      return call('POST', `${at}/retry`, {
        query: { shownEach: decision.shownEach },
        headers: { 'Idempotency-Key': decision.key },
      })
    default:
      return call('POST', `${at}/${decision.kind}`)
  }
}

/** The chosen version becomes a song, and is listened to. */
export function useSoundAsTrack(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => call<Track>('POST', `/api/sounds/${id}/track`),
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
