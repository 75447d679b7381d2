import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'

export type Session = Schema['SessionView']
export type Account = Schema['AccountView']

export function session() {
  return queryOptions({
    queryKey: ['session'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/session', { signal })),
    staleTime: 60_000,
  })
}

/** The account that is signed in. For pages behind the sign-in only. */
export function useAccount(): Account | undefined {
  return useQuery(session()).data?.account ?? undefined
}

export function useIsOwner(): boolean {
  return useAccount()?.role === 'owner'
}

/** A rehearsal works on a simulator: prices are shown, nothing is paid. */
export function useRehearsal(): boolean {
  return useQuery(session()).data?.rehearsal ?? false
}

/** A way in: whoever comes through it starts with an empty cache, for it may have held another person's rows. */
function useWayIn<Body>(enter: (body: Body) => Promise<Session>) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: enter,
    onSuccess: (answer) => {
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
      queries.setQueryData(session().queryKey, answer)
    },
  })
}

export function useSignIn() {
  return useWayIn((body: Schema['SignIn']) => unwrap(api.POST('/api/session', { body })))
}

export function useSetUp() {
  return useWayIn((body: Schema['SetUpStudio']) => unwrap(api.POST('/api/setup', { body })))
}

export function useJoin() {
  return useWayIn((body: Schema['AcceptInvitation']) => unwrap(api.POST('/api/invitations/accept', { body })))
}

/** What the link in an invitation offers. The token travels in a body, for addresses end up in logs. */
export function invitationOffer(token: string) {
  return queryOptions({
    queryKey: ['invitation-offer', token],
    queryFn: ({ signal }) => unwrap(api.POST('/api/invitations/open', { body: { token }, signal })),
    staleTime: Infinity,
    refetchInterval: false,
  })
}

export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/session')),
    onSuccess: async () => {
      await queries.invalidateQueries(session())
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' })
    },
  })
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (body: Schema['ChangePassword']) => unwrap(api.PUT('/api/account/password', { body })),
  })
}

export function useChangeName() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (name: string) => unwrap(api.PUT('/api/account/name', { body: { name } })),
    onSuccess: () => queries.invalidateQueries(session()),
  })
}
