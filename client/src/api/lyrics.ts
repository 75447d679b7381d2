import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from './call'
import { api, unwrap, type Schema } from './client'
import type { Lyrics, LyricsPrice } from './track-types'

const at = (id: string, rest: string) => `/api/tracks/${id}/lyrics${rest}`

export const lyricFormats = ['lrc', 'srt', 'vtt'] as const
export type LyricFormat = (typeof lyricFormats)[number]

export function lyricsOf(id: string) {
  return queryOptions({
    queryKey: ['tracks', 'lyrics', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/tracks/{id}/lyrics', { params: { path: { id } }, signal })),
  })
}

export function lyricsPrice(id: string, wanted: boolean) {
  return queryOptions({
    queryKey: ['lyrics-price', id],
    queryFn: ({ signal }) => call<LyricsPrice>('GET', at(id, '/price'), { signal }),
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
    mutationFn: (change: LyricsChange) => {
      if (!('file' in change)) {
        return unwrap<Lyrics>(api.PUT('/api/tracks/{id}/lyrics', { params: { path: { id } }, body: change }))
      }
      const form = new FormData()
      form.append('file', change.file)
      return call<Lyrics>('POST', at(id, '/import'), { body: form })
    },
    onSuccess: take,
  })
}

/** Has the words recognised, which is paid. */
export function useRecogniseLyrics(id: string) {
  const take = useTakeLyrics(id)
  return useMutation({
    mutationFn: ({ key, model, shownPrice }: { key: string; model: string; shownPrice: number }) =>
      call<Lyrics>('POST', at(id, '/recognise'), { body: { model, shownPrice }, headers: { 'Idempotency-Key': key } }),
    onSuccess: take,
  })
}

/** Where the timed words come from as a file. */
export function lyricsFile(id: string, format: LyricFormat): string {
  return `${at(id, '/file')}?format=${format}`
}

function useTakeLyrics(id: string) {
  const queries = useQueryClient()
  return (lyrics: Lyrics) => {
    queries.setQueryData(lyricsOf(id).queryKey, lyrics)
    void queries.invalidateQueries({ queryKey: ['tracks', 'one', id] })
    void queries.invalidateQueries({ queryKey: ['spend'] })
  }
}
