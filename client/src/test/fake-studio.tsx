import { QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactElement } from 'react'
import { vi } from 'vitest'
import { createQueries } from '@/api/queries'

/** What was asked of the studio: "POST /api/session", with its body and headers. */
export interface Asked {
  call: string
  query: URLSearchParams
  body: unknown
  headers: Headers
}

type Answer = unknown | ((asked: Asked) => unknown)

/** A refusal, as an answer. */
export class Refusal {
  constructor(
    readonly status: number,
    readonly body: Record<string, unknown> = {},
  ) {}
}

/** No answer at all. */
export const silence = Symbol('silence')

/** Answers `fetch` like a studio: by "GET /api/path". What a test does not name is not found. Returns all that was asked. */
export function fakeStudio(answers: Record<string, Answer>): Asked[] {
  const all: Asked[] = []
  vi.stubGlobal('fetch', async (request: Request) => {
    const url = new URL(request.url)
    const text = await request.text()
    const call = `${request.method} ${url.pathname}`
    const asked: Asked = { call, query: url.searchParams, body: text && JSON.parse(text), headers: request.headers }
    all.push(asked)
    const named = answers[call]
    const answer: unknown = await (typeof named === 'function' ? named(asked) : named)
    if (answer === silence) throw new TypeError('Failed to fetch')
    if (answer instanceof Refusal) return Response.json(answer.body, { status: answer.status })
    if (answer instanceof Response) return answer
    if (answer === null) return new Response(null, { status: 204 })
    return answer === undefined ? Response.json({ title: 'Not found' }, { status: 404 }) : Response.json(answer)
  })
  return all
}

const account = { id: 'a1', email: 'marietta@example.com', name: 'Marietta', role: 'owner', local: false }

/** A studio in which Marietta, its owner, is signed in and nothing was made yet. */
export const quietStudio = {
  'GET /api/session': { state: 'signedIn', rehearsal: false, version: '0', account },
  'GET /api/clips': { items: [], next: null },
  'GET /api/clips/batches': { items: [], next: null },
  'GET /api/clips/videos': [],
  'GET /api/clips/forecast': [],
  'GET /api/clips/counts': { working: 0, attention: 0, done: 0, failed: 0 },
  'GET /api/venice': { key: 'works', reachable: true, notice: null, retryAfterSeconds: null, balance: 5_000_000 },
  'GET /api/spend': {
    today: { quoted: 0, paid: 0, refunded: 0, orders: 0 },
    month: { quoted: 0, paid: 0, refunded: 0, orders: 0 },
    reserved: 0,
    uncertain: 0,
    days: [],
    members: [],
    latest: [],
  },
  'GET /api/settings': { priceTolerancePercent: 10, cleanUpByDefault: false, memberDailyBudget: 5_000_000 },
  'GET /api/catalog/video-models': [],
  'GET /api/tracks': { items: [], next: null },
  'GET /api/projects': { items: [], next: null },
}

/** Shows one part of it, with a cache of its own. */
export function show(part: ReactElement) {
  return render(<QueryClientProvider client={createQueries()}>{part}</QueryClientProvider>)
}
