import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from './client'

export function tokens() {
  return queryOptions({
    queryKey: ['tokens'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/tokens', { signal })),
  })
}

export function useCreateToken() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (name: string) => unwrap(api.POST('/api/tokens', { body: { name } })),
    onSuccess: () => queries.invalidateQueries(tokens()),
  })
}

export function useRevokeToken() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/tokens/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries(tokens()),
  })
}
