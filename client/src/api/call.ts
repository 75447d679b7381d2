import { forgeryToken } from './client'
import { isAbort } from './prompts'
import { Problem } from './problem'
import { tellReach } from './reach'

export interface Call {
  query?: Record<string, string | number | undefined>
  /** Sent as JSON; a form or bytes go as they are. */
  body?: object
  headers?: Record<string, string>
  signal?: AbortSignal
}

/** A call whose answer is no JSON, or whose route the studio's document does not describe yet. Throws a `Problem`. */
export async function answerOf(method: string, path: string, { query, body, headers, signal }: Call = {}) {
  const url = new URL(path, location.origin)
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.set(name, String(value))
  }
  const token = method === 'GET' ? undefined : forgeryToken()
  const asItIs = body instanceof FormData || body instanceof Blob
  const request = new Request(url, {
    method,
    headers: {
      ...(token ? { 'X-XSRF-TOKEN': token } : {}),
      ...(body && !asItIs ? { 'Content-Type': 'application/json' } : {}),
      ...headers,
    },
    ...(body ? { body: asItIs ? body : JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
  })
  const response = await fetch(request).catch((thrown: unknown) => {
    if (isAbort(thrown)) throw thrown
    const problem = Problem.from(thrown)
    if (problem.offline) tellReach(false)
    throw problem
  })
  tellReach(true)
  if (!response.ok) throw await Problem.of(response)
  return response
}

/** The JSON that a call answers. */
export async function call<T>(method: string, path: string, how: Call = {}): Promise<T> {
  const response = await answerOf(method, path, how)
  return (response.status === 204 ? undefined : await response.json()) as T
}
