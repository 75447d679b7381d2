import { queryOptions } from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'

export type VeniceStatus = Schema['VeniceStatusView']

/** How the studio stands with Venice: key, balance, and when submitting is paused, until when. */
export function veniceStatus() {
  return queryOptions({
    queryKey: ['venice'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/venice', { signal })),
  })
}
