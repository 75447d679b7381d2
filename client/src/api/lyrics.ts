import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, inAForm, unwrap, type Schema } from './client'
import type { Lyrics } from './track-types'

const at = (id: string) => ({ params: { path: { id } } })

export const lyricFormats = ['lrc', 'srt', 'vtt'] as const
export type LyricFormat = (typeof lyricFormats)[number]

export function lyricsOf(id: string) {
  return queryOptions({
    queryKey: ['tracks', 'lyrics', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/tracks/{id}/lyrics', { ...at(id), signal })),
  })
}

export function lyricsPrice(id: string, wanted: boolean) {
  return queryOptions({
    queryKey: ['lyrics-price', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/tracks/{id}/lyrics/price', { ...at(id), signal })),
    enabled: wanted,
    staleTime: 25_000,
    refetchInterval: 30_000,
  })
}

/** The words as typed, the answer that there are none, or times set by hand. */
export type LyricsChange = Schema['ChangeLyrics'] | { file: File }

export function useChangeLyrics(id: string) {
  const take = useTakeLyrics(id)
  return useMutation({
    mutationFn: (change: LyricsChange) =>
      unwrap<Lyrics>(
        'file' in change
          ? api.POST('/api/tracks/{id}/lyrics/import', { ...at(id), ...inAForm(change.file) })
          : api.PUT('/api/tracks/{id}/lyrics', { ...at(id), body: change }),
      ),
    onSuccess: take,
  })
}

/** Has the words recognised, which is paid. */
export function useRecogniseLyrics(id: string) {
  const take = useTakeLyrics(id)
  return useMutation({
    mutationFn: ({ key, ...body }: { key: string; model: string; shownPrice: number }) =>
      unwrap<Lyrics>(
        api.POST('/api/tracks/{id}/lyrics/recognise', { ...at(id), body, headers: { 'Idempotency-Key': key } }),
      ),
    onSuccess: take,
  })
}

/** Where the timed words come from as a file. */
export function lyricsFile(id: string, format: LyricFormat): string {
  return `/api/tracks/${id}/lyrics/file?format=${format}`
}

function useTakeLyrics(id: string) {
  const queries = useQueryClient()
  return (lyrics: Lyrics) => {
    queries.setQueryData(lyricsOf(id).queryKey, lyrics)
    void queries.invalidateQueries({ queryKey: ['tracks', 'one', id] })
    void queries.invalidateQueries({ queryKey: ['spend'] })
  }
}
