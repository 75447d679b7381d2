import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { streamState } from './events'
import { Problem } from './problem'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Problem
  }
}

const poll = 10_000

/** The cache of what the server said. Events freshen it; where those do not arrive, it asks again every ten seconds. */
export function createQueries(): QueryClient {
  const whenSignedOut = (problem: Problem) => {
    if (problem.status === 401) void queries.invalidateQueries({ queryKey: ['session'] })
  }
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: whenSignedOut }),
    mutationCache: new MutationCache({ onError: whenSignedOut }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        // "Offline" of the device is not the studio's: on a laptop without a network the studio may run right here.
        networkMode: 'always',
        retry: (failures, problem) => failures < 2 && (problem.offline || problem.status >= 500),
        retryDelay: (failure) => 600 * 2 ** failure,
        refetchInterval: () => (streamState() === 'live' ? false : poll),
      },
      // A write is sent once. Whoever wants it again presses again.
      mutations: { networkMode: 'always', retry: false },
    },
  })
  return queries
}
