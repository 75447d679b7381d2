import { queryOptions } from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'

export type Clip = Schema['ClipView']

/** How many clips are under way and how many wait for a person. */
export function clipCounts() {
  return queryOptions({
    queryKey: ['clips', 'counts'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/clips/counts', { signal })),
  })
}
