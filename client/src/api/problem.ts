export interface ProblemBody {
  type?: string
  title?: string
  detail?: string
  field?: string
  status?: number
  errors?: Record<string, string[]>
  [more: string]: unknown
}

/** A refusal of the server, or its silence, as something to show: a heading, a sentence with the next step, a field. */
export class Problem extends Error {
  readonly status: number
  readonly type: string
  readonly title: string
  readonly field: string | undefined
  /** Everything else that the server said, for instance prices. */
  readonly more: Readonly<Record<string, unknown>>
  /** When it is worth trying again, in seconds. */
  readonly retryAfter: number | undefined

  constructor(status: number, body: ProblemBody, retryAfter?: number) {
    super(body.detail ?? firstOf(body.errors) ?? fallback(status))
    this.name = 'Problem'
    this.status = status
    this.type = body.type ?? 'unknown'
    this.title = body.title ?? 'Something went wrong'
    this.field = body.field ?? fieldOf(body.errors)
    this.more = body
    this.retryAfter = retryAfter
  }

  /** Whether the server was not reached at all, so that nothing was done and nothing was paid. */
  get offline(): boolean {
    return this.type === 'offline'
  }

  /** The sentence, when it is about that field. */
  about(field: string): string | undefined {
    return this.field === field ? this.message : undefined
  }

  static offline(): Problem {
    return new Problem(0, {
      type: 'offline',
      title: 'The studio cannot be reached',
      detail: 'Check the connection; this page goes on by itself as soon as the studio answers.',
    })
  }

  static async of(response: Response, body?: unknown): Promise<Problem> {
    const read: unknown = body ?? (await response.json().catch(() => undefined))
    const wait = Number(response.headers.get('Retry-After'))
    return new Problem(response.status, isBody(read) ? read : {}, wait > 0 ? wait : undefined)
  }

  /** Any thrown thing as a problem: what fetch throws means that no answer came. */
  static from(thrown: unknown): Problem {
    if (thrown instanceof Problem) return thrown
    if (thrown instanceof TypeError) return Problem.offline()
    return new Problem(0, { type: 'page', detail: 'This page made a mistake. Reload it; nothing was ordered by it.' })
  }
}

/** Whether a call was given up by its own page, which is no problem to anybody. */
export function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError'
}

function isBody(value: unknown): value is ProblemBody {
  return typeof value === 'object' && value !== null
}

function firstOf(errors: ProblemBody['errors']) {
  return errors && Object.values(errors).flat()[0]
}

function fieldOf(errors: ProblemBody['errors']) {
  const name = errors && Object.keys(errors)[0]
  return name && name.charAt(0).toLowerCase() + name.slice(1)
}

function fallback(status: number) {
  if (status === 401) return 'Your session has ended. Sign in again.'
  if (status === 403) return 'Your account may not do this. Ask the owner of the studio.'
  if (status === 404) return 'This does not exist any more, or belongs to somebody else.'
  if (status === 429) return 'That was too often. Wait a minute, then try again.'
  return 'The studio could not do this. Try again; if it happens again, tell the owner of the studio.'
}
