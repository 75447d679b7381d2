import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'

export type MemberRow = Schema['MemberView']
export type Invitation = Schema['InvitationView']
export type Role = Schema['MemberRole']

export function members() {
  return queryOptions({
    queryKey: ['members'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/members', { signal })),
  })
}

export function invitations() {
  return queryOptions({
    queryKey: ['members', 'invitations'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/invitations', { signal })),
  })
}

function useAfresh() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['members'] })
}

export function useChangeMember() {
  const onSuccess = useAfresh()
  return useMutation({
    mutationFn: ({ id, ...body }: Schema['ChangeMember'] & { id: string }) =>
      unwrap(api.PATCH('/api/members/{id}', { params: { path: { id } }, body })),
    onSuccess,
  })
}

export function useInvite() {
  const onSuccess = useAfresh()
  return useMutation({
    mutationFn: (body: Schema['InviteMember']) => unwrap(api.POST('/api/invitations', { body })),
    onSuccess,
  })
}

export function useWithdrawInvitation() {
  const onSuccess = useAfresh()
  return useMutation({
    mutationFn: (id: string) => unwrap(api.DELETE('/api/invitations/{id}', { params: { path: { id } } })),
    onSuccess,
  })
}
