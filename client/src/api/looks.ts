import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'
import type { Look } from './projects'

export type LookKit = Schema['LookKitView']

/** The looks that this account keeps under a name. */
export function lookKits() {
  return queryOptions({
    queryKey: ['looks'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/looks', { signal })),
    refetchInterval: false,
  })
}

/** Keeps a look under a name: a new kit, or over one that is there. */
export function useSaveKit() {
  const fresh = useFreshKits()
  return useMutation({
    mutationFn: ({ id, name, look }: { id?: string; name: string; look: Look }) =>
      unwrap(
        id
          ? api.PUT('/api/looks/{lookId}', { params: { path: { lookId: id } }, body: { name, look } })
          : api.POST('/api/looks', { body: { name, look } }),
      ),
    onSuccess: fresh,
  })
}

export function useDeleteKit() {
  const fresh = useFreshKits()
  return useMutation({
    mutationFn: (lookId: string) => unwrap(api.DELETE('/api/looks/{lookId}', { params: { path: { lookId } } })),
    onSuccess: fresh,
  })
}

function useFreshKits() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['looks'] })
}
