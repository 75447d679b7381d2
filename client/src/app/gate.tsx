import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Redirect, useLocation } from 'wouter'
import { session } from '@/api/session'
import { lazyPart } from '@/lib/lazy-part'
import { useInSlices } from '@/lib/use-in-slices'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { askAhead } from './ask-ahead'
import { Opening } from './opening'
import { DoorPages, preloadPage, StudioPages } from './routes'

// Whoever has to sign in first does not wait for what stands around the pages.
const Frame = lazyPart(() => import('./frame').then((file) => file.Frame), Opening)

const doors = ['/sign-in', '/setup', '/join']

/** Who may see what: nobody passes before setup, nobody without an account, and an invitation is open to all. */
export function Gate() {
  const now = useQuery(session())
  const [path] = useLocation()
  const answered = useInSlices(!now.isPending)
  const queries = useQueryClient()
  const signedIn = now.data?.state === 'signedIn'
  useEffect(() => {
    if (signedIn) askAhead(location.pathname + location.search, queries)
  }, [signedIn, queries])

  if (now.isPending || !answered) return <Opening />
  if (!now.data) {
    return (
      <main className="mx-auto grid min-h-dvh max-w-lg content-center p-6">
        <ProblemNotice problem={now.error} onRetry={() => void now.refetch()} retrying={now.isFetching} />
      </main>
    )
  }

  const { state } = now.data
  if (path === '/join') return <DoorPages />
  if (state === 'setup') return path === '/setup' ? <DoorPages /> : <Redirect to="/setup" replace />
  if (state === 'signedOut') return path === '/sign-in' ? <DoorPages /> : <Redirect to={signInThen(path)} replace />
  if (doors.includes(path)) return <Redirect to={wanted()} replace />
  return (
    <Frame>
      <StudioPages />
    </Frame>
  )
}

/** Asks for the frame and the page at this address along with the session, not after it. */
export function readAhead(path: string) {
  Frame.preload()
  preloadPage(path)
}

function signInThen(path: string) {
  const there = path === '/setup' ? '/' : path + location.search
  return there === '/' ? '/sign-in' : `/sign-in?then=${encodeURIComponent(there)}`
}

/** Where the person was going before signing in. Only paths of this studio, so that a link cannot lead elsewhere. */
function wanted() {
  const then = new URLSearchParams(location.search).get('then') ?? '/'
  return /^\/(?![/\\])/.test(then) ? then : '/'
}
