import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'

export type StudioSettings = Schema['SettingsView']

export function settings() {
  return queryOptions({
    queryKey: ['settings'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/settings', { signal })),
  })
}

/** Changes some settings. The others go along as they were last seen, for the server takes them all at once. */
export function useChangeSettings() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (change: Partial<StudioSettings>) => {
      const now = await queries.fetchQuery({ ...settings(), staleTime: 0 })
      return unwrap(api.PUT('/api/settings', { body: { ...now, ...change } }))
    },
    onSuccess: (answer) => {
      queries.setQueryData(settings().queryKey, answer)
      void queries.invalidateQueries({ queryKey: ['spend'] })
    },
  })
}
