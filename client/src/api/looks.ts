import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from './call'
import type { Schema } from './client'
import type { Look } from './projects'

export type LookKit = Schema['LookKitView']

/** The looks that this account keeps under a name. */
export function lookKits() {
  return queryOptions({
    queryKey: ['looks'],
    queryFn: ({ signal }) => call<LookKit[]>('GET', '/api/looks', { signal }),
    refetchInterval: false,
  })
}

/** Keeps a look under a name: a new kit, or over one that is there. */
export function useSaveKit() {
  const fresh = useFreshKits()
  return useMutation({
    mutationFn: ({ id, name, look }: { id?: string; name: string; look: Look }) =>
      id
        ? call<LookKit>('PUT', `/api/looks/${id}`, { body: { name, look } })
        : call<LookKit>('POST', '/api/looks', { body: { name, look } }),
    onSuccess: fresh,
  })
}

export function useDeleteKit() {
  const fresh = useFreshKits()
  return useMutation({ mutationFn: (id: string) => call<undefined>('DELETE', `/api/looks/${id}`), onSuccess: fresh })
}

function useFreshKits() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['looks'] })
}
