import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'

export type DiskUsage = Schema['LibraryUsageView']

export function diskUsage() {
  return queryOptions({
    queryKey: ['library', 'usage'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/library/usage', { signal })),
  })
}

export function useReclaim() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Schema['ReclaimSpace']) => unwrap(api.POST('/api/library/reclaim', { body })),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['library'] })
      void queries.invalidateQueries({ queryKey: ['clips'] })
      void queries.invalidateQueries({ queryKey: ['finished-clips'] })
    },
  })
}
