import { useQueryClient, type QueryClient, type QueryKey } from '@tanstack/react-query'
import { useEffect } from 'react'

export type StreamState = 'connecting' | 'live' | 'down'

/** Each event is the head of the query keys that it makes old. */
const names = [
  'clips',
  'spend',
  'settings',
  'venice',
  'library',
  'members',
  'catalog',
  'tracks',
  'sounds',
  'projects',
  'board',
  'stills',
  'takes',
  'films',
  'exports',
] as const

/**
 * What follows from something else grows old with it: a film would change with its board, stills have cards on the desk, a project says
 * what it needs next of its song, stills and films, and what another page has ordered must not stand here on a button with its price.
 */
const also: Partial<Record<(typeof names)[number], readonly QueryKey[]>> = {
  tracks: [['projects']],
  board: [['takes'], ['quote', 'takes']],
  stills: [['takes'], ['projects']],
  takes: [['films'], ['quote', 'takes']],
  films: [['projects']],
}

/** A proxy that holds events back opens the stream and passes nothing on: without a hello by then, the page polls. */
const helloWithin = 8_000
const reopenAfter = 5_000
/** A browser has six connections to a plain server, and each stream keeps one: with six pages open, the seventh never came. */
const unseenFor = 5_000

let state: StreamState = 'connecting'

export function streamState(): StreamState {
  return state
}

/** Listens as long as the calling component stands. */
export function useEvents(): void {
  const queries = useQueryClient()
  useEffect(() => listen(queries), [queries])
}

function listen(queries: QueryClient): () => void {
  if (typeof EventSource === 'undefined') return () => undefined
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let leaving: ReturnType<typeof setTimeout> | undefined
  // What a page reads before anybody sees it may be old by then.
  let away = document.visibilityState !== 'visible'

  const become = (next: StreamState) => {
    if (state === next) return
    const missed = away || state === 'down' || next === 'down'
    state = next
    away = false
    // What happened while nobody listened is unknown; and asking again starts or stops the polling of each query.
    if (missed) void queries.invalidateQueries()
  }

  const open = () => {
    const stream = new EventSource('/api/events')
    source = stream
    timer = setTimeout(() => become('down'), helloWithin)
    stream.addEventListener('hello', () => {
      clearTimeout(timer)
      become('live')
    })
    for (const name of names) {
      stream.addEventListener(name, () => {
        for (const queryKey of [[name], ...(also[name] ?? [])]) void queries.invalidateQueries({ queryKey })
      })
    }
    stream.onerror = () => {
      become('down')
      clearTimeout(timer)
      // The browser opens it again by itself, except after a refusal.
      if (stream.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenAfter)
    }
  }

  const close = () => {
    clearTimeout(timer)
    source?.close()
    source = null
    state = 'connecting'
  }

  const look = () => {
    clearTimeout(leaving)
    if (document.visibilityState === 'visible') {
      if (!source) open()
    } else if (source) {
      leaving = setTimeout(() => {
        close()
        away = true
      }, unseenFor)
    }
  }

  look()
  document.addEventListener('visibilitychange', look)
  return () => {
    document.removeEventListener('visibilitychange', look)
    clearTimeout(leaving)
    close()
  }
}
