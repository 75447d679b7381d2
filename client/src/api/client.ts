import createClient, { type Middleware } from 'openapi-fetch'
import { isAbort, Problem } from './problem'
import { tellReach } from './reach'
import type { components, paths } from './schema'

export type Schema = components['schemas']

const readOnly = new Set(['GET', 'HEAD', 'OPTIONS'])

/** The value that a write sends back to prove that it comes from this page and not from another site. */
export function forgeryToken(): string | undefined {
  const pair = document.cookie.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='))
  return pair && decodeURIComponent(pair.slice('XSRF-TOKEN='.length))
}

const writes: Middleware = {
  onRequest: ({ request }) => {
    const token = readOnly.has(request.method) ? undefined : forgeryToken()
    if (token) request.headers.set('X-XSRF-TOKEN', token)
    return request
  },
}

/** The studio's API, typed from its own document. Wrap calls in `unwrap`. */
export const api = createClient<paths>({
  baseUrl: globalThis.location.origin,
  fetch: (request) => globalThis.fetch(request),
})
api.use(writes)

/** A file as the one part of a form. The API's document has strings where bytes go. */
export function inAForm(file: File) {
  const form = new FormData()
  form.append('file', file)
  return { body: { file: file.name }, bodySerializer: () => form }
}

type Call<T> = Promise<{ data?: T; error?: unknown; response: Response }>

/** What a call answers, with the response around it; a `Problem` thrown otherwise, also when no answer came. */
export async function answered<T>(call: Call<T>): Promise<{ data: T; response: Response }> {
  const { data, error, response } = await call.catch((thrown: unknown) => {
    if (isAbort(thrown)) throw thrown
    const problem = Problem.from(thrown)
    if (problem.offline) tellReach(false)
    throw problem
  })
  tellReach(true)
  if (!response.ok) throw await Problem.of(response, error)
  return { data: data as T, response }
}

/** What a call answers, or a `Problem` thrown: also when no answer came. */
export async function unwrap<T>(call: Call<T>): Promise<T> {
  return (await answered(call)).data
}
