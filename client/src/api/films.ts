import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'

export type Film = Schema['FilmView']
export type Scorecard = Schema['ScorecardView']
export type Cut = Schema['Cut']
export type CutWish = Schema['CutSpan']
export type CutView = Schema['CutView']
export type CutSpan = Schema['CutSpanView']
export type TransitionKind = Schema['TransitionKind']
export type WhenShort = Schema['WhenShort']

const path = (id: string) => ({ path: { id } })

/** The film as it would be composed now. It follows from the takes, so that it grows old with them. */
export function cutOf(id: string) {
  return queryOptions({
    queryKey: ['takes', id, 'cut'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/projects/{id}/cut', { params: path(id), signal })),
    retry: (failures, problem) =>
      problem.type !== 'no-board' && failures < 2 && (problem.offline || problem.status >= 500),
  })
}

/** Keeps the creator's wishes; refused as stale when others were kept since that version. */
export function putCut(id: string, version: number, cut: Cut): Promise<CutView> {
  return unwrap(api.PUT('/api/projects/{id}/cut', { params: path(id), body: { version, cut } }))
}

/** The project's films, newest first. */
export function filmsOf(id: string) {
  return queryOptions({
    queryKey: ['films', id, 'all'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/projects/{id}/films', { params: path(id), signal })),
  })
}

export const isBeingMade = (film: Film) =>
  film.state === 'waiting' || film.state === 'composing' || film.state === 'measuring'

export function useComposeFilm(id: string) {
  const fresh = useFreshFilms(id)
  return useMutation({
    mutationFn: () => unwrap(api.POST('/api/projects/{id}/films', { params: path(id) })),
    onSuccess: fresh,
  })
}

export function useFilmAct(id: string) {
  const fresh = useFreshFilms(id)
  return useMutation({
    mutationFn: ({ filmId, act }: { filmId: string; act: 'cancel' | 'delete' }) => {
      const params = { path: { filmId } }
      return unwrap<unknown>(
        act === 'cancel'
          ? api.POST('/api/films/{filmId}/cancel', { params })
          : api.DELETE('/api/films/{filmId}', { params }),
      )
    },
    onSuccess: fresh,
  })
}

function useFreshFilms(id: string) {
  const queries = useQueryClient()
  return () => {
    void queries.invalidateQueries({ queryKey: ['projects'] })
    return queries.invalidateQueries({ queryKey: ['films', id] })
  }
}
