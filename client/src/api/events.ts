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
  let source: EventSource
  let timer: ReturnType<typeof setTimeout> | undefined

  const become = (next: StreamState) => {
    if (state === next) return
    const missed = state === 'down' || next === 'down'
    state = next
    // What happened while nobody listened is unknown; and asking again starts or stops the polling of each query.
    if (missed) void queries.invalidateQueries()
  }

  const open = () => {
    source = new EventSource('/api/events')
    timer = setTimeout(() => become('down'), helloWithin)
    source.addEventListener('hello', () => {
      clearTimeout(timer)
      become('live')
    })
    for (const name of names) {
      source.addEventListener(name, () => {
        for (const queryKey of [[name], ...(also[name] ?? [])]) void queries.invalidateQueries({ queryKey })
      })
    }
    source.onerror = () => {
      become('down')
      clearTimeout(timer)
      // The browser opens it again by itself, except after a refusal.
      if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenAfter)
    }
  }

  open()
  return () => {
    clearTimeout(timer)
    source.close()
    state = 'connecting'
  }
}
