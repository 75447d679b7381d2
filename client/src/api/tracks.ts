import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { answered, api, unwrap } from './client'
import type { Corrections, Hearing, Track } from './track-types'

const path = (id: string) => ({ path: { id } })

/** How many songs the front page shows. */
export const songsOnHome = 4

/** The newest songs, as many as fit a glance. */
export function latestTracks(limit: number) {
  return queryOptions({
    queryKey: ['tracks', 'latest', limit],
    queryFn: ({ signal }) => unwrap(api.GET('/api/tracks', { params: { query: { limit } }, signal })),
  })
}

/** All songs, page by page. */
export function trackPages(limit = 30) {
  return infiniteQueryOptions({
    queryKey: ['tracks', 'pages', limit],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/tracks', { params: { query: { limit, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

export function trackOf(id: string) {
  return queryOptions({
    queryKey: ['tracks', 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/tracks/{id}', { params: path(id), signal })),
  })
}

/** What was heard, with the corrections in it. */
export function hearingOf(id: string) {
  return queryOptions({
    queryKey: ['tracks', 'hearing', id],
    queryFn: ({ signal }) => unwrap<Hearing>(api.GET('/api/tracks/{id}/hearing', { params: path(id), signal })),
  })
}

/** The drawn song. It never changes, so it is asked for once. */
export function waveformOf(id: string) {
  return queryOptions({
    queryKey: ['waveform', id],
    queryFn: ({ signal }) =>
      unwrap<ArrayBuffer>(api.GET('/api/tracks/{id}/waveform', { params: path(id), parseAs: 'arrayBuffer', signal })),
    staleTime: Infinity,
    refetchInterval: false,
  })
}

/** The song at a glance: four bytes a bar, which are its swing and the loudness of three bands. None while its drawing is gone. */
export function shapeOf(id: string) {
  return queryOptions({
    queryKey: ['song-shape', id],
    queryFn: async ({ signal }) =>
      // Of an empty answer the client makes nothing at all.
      (await unwrap<ArrayBuffer | undefined>(
        api.GET('/api/tracks/{id}/shape', { params: path(id), parseAs: 'arrayBuffer', signal }),
      )) ?? new ArrayBuffer(0),
    staleTime: Infinity,
    refetchInterval: false,
  })
}

/** The points of the drawn song while it is being decoded: pieces as they come, from the song's beginning. */
export async function followWaveform(id: string, onBytes: (bytes: Uint8Array) => void, signal: AbortSignal) {
  const stream = await unwrap<ReadableStream<Uint8Array> | null | undefined>(
    api.GET('/api/tracks/{id}/waveform/live', { params: path(id), parseAs: 'stream', signal }),
  )
  const reader = stream?.getReader()
  for (;;) {
    const piece = await reader?.read()
    if (!piece || piece.done) return
    onBytes(piece.value)
  }
}

export function useChangeTrack(id: string) {
  const fresh = useFreshTracks()
  return useMutation({
    mutationFn: (body: { title?: string; artist?: string }) =>
      unwrap(api.PATCH('/api/tracks/{id}', { params: path(id), body })),
    onSuccess: fresh,
  })
}

/** Begins, ends or takes away: hearing once more, giving the hearing up, deleting the song. */
export function useTrackAct(id: string) {
  const fresh = useFreshTracks()
  return useMutation({
    mutationFn: (act: 'listen' | 'cancel' | 'delete') => unwrap<unknown>(acted(id, act)),
    onSuccess: fresh,
  })
}

function acted(id: string, act: 'listen' | 'cancel' | 'delete') {
  const params = path(id)
  switch (act) {
    case 'listen':
      return api.POST('/api/tracks/{id}/listen', { params })
    case 'cancel':
      return api.POST('/api/tracks/{id}/cancel', { params })
    case 'delete':
      return api.DELETE('/api/tracks/{id}', { params })
  }
}

export function putCorrections(id: string, corrections: Corrections): Promise<Hearing> {
  return unwrap(api.PUT('/api/tracks/{id}/corrections', { params: path(id), body: corrections }))
}

/** A file that has arrived becomes a song; `known` when this account had this very file before. */
export async function makeTrack(uploadId: string): Promise<{ track: Track; known: boolean }> {
  const { data, response } = await answered<Track>(api.POST('/api/tracks', { body: { uploadId } }))
  return { track: data, known: response.status === 200 }
}

function useFreshTracks() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['tracks'] })
}
