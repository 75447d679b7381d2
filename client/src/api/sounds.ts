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
  promptLimit?: number | null
  lyrics: 'no' | 'optional' | 'required'
  lyricsLimit?: number | null
  /** It can be told to leave the voice out. */
  instrumental: boolean
  /** It writes the words itself when asked to. */
  writesLyrics: boolean
  /** Seconds to choose from; empty: any length between the bounds, or none can be chosen. */
  durations: number[]
  minSeconds?: number | null
  maxSeconds?: number | null
  defaultSeconds?: number | null
  voices: string[]
  defaultVoice?: string | null
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
  kind: SoundKind
  model: string
  modelName: string
  prompt: string
  lyrics?: string | null
  status: ClipStatus
  waiting?: string | null
  progress?: { elapsedSeconds: number; averageSeconds?: number | null; asOf: string } | null
  quoted: number
  paid: number
  newPrice?: number | null
  media?: Schema['MediaView'] | null
  failure?: { kind: string; sentence: string; suggestedPrompt?: string | null; canCollectAgain?: boolean } | null
  trackId?: string | null
  createdAt: string
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
export function soundQuote(settings: (SoundSettings & { variations: number }) | null) {
  return queryOptions({
    queryKey: ['quote', 'sound', settings],
    queryFn: ({ signal }) => call<SoundQuote>('POST', '/api/sounds/quote', { body: settings ?? {}, signal }),
    enabled: settings !== null,
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

/** A person's word about one sound. `again` and `resend` are paid, and so come with a key. */
export type SoundDecision = 'cancel' | 'charged' | 'again' | 'collect' | 'delete'

export function useDecideSound(id: string) {
  const fresh = useFreshSounds()
  return useMutation({
    mutationFn: ({ decision, key }: { decision: SoundDecision; key?: string }) =>
      decision === 'delete'
        ? call<undefined>('DELETE', `/api/sounds/${id}`)
        : call<unknown>('POST', `/api/sounds/${id}/${decision}`, key ? { headers: { 'Idempotency-Key': key } } : {}),
    onSuccess: fresh,
  })
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
