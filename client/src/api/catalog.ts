import { queryOptions } from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'

export type VideoModel = Schema['VideoModelView']

export function videoModels() {
  return queryOptions({
    queryKey: ['catalog', 'video-models'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/catalog/video-models', { signal })),
    staleTime: 5 * 60_000,
  })
}
