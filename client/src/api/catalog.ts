import { queryOptions } from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'

export type VideoModel = Schema['VideoModelView']
export type ModelGroup = Schema['ModelGroup']
export type PriceHint = Schema['PriceHintView']

/** Every video model, and exactly what a form may offer for it. */
export function videoModels() {
  return queryOptions({
    queryKey: ['catalog', 'video-models'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/catalog/video-models', { signal })),
    staleTime: 5 * 60_000,
    refetchInterval: false,
  })
}

/** What the shortest plain clip of each model costs, as far as it is known by now. */
export function priceHints() {
  return queryOptions({
    queryKey: ['catalog', 'price-hints'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/catalog/price-hints', { signal })),
    staleTime: 5 * 60_000,
    refetchInterval: false,
  })
}
