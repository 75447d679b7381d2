import { expect, type APIRequestContext, type BrowserContext, type Page } from '@playwright/test'
import { randomUUID } from 'node:crypto'

export interface Order {
  id: string
  status: string
  media: { bytes: number; url: string } | null
  cleanedUpAt: string | null
}

const settings = { model: 'lagoon-2-text-to-video', duration: '5s', aspectRatio: '16:9' }

/** What the page itself would ask the server, for bringing a studio into the state that a test begins with. */
export class Visitor {
  constructor(private readonly context: BrowserContext) {}

  private get request(): APIRequestContext {
    return this.context.request
  }

  async signIn(account: { email: string; password: string }): Promise<void> {
    await this.request.get('/api/session')
    await this.write('post', '/api/session', account)
    // Signing in changes whom the write token is for.
    await this.request.get('/api/session')
  }

  /** Sends JSON, or bytes as they are. */
  async write<T>(method: 'post' | 'put' | 'patch', path: string, data: unknown): Promise<T> {
    const token = (await this.context.cookies()).find(({ name }) => name === 'XSRF-TOKEN')?.value ?? ''
    const headers = { 'X-XSRF-TOKEN': decodeURIComponent(token), 'Idempotency-Key': randomUUID() }
    const answer = await this.request[method](path, { data, headers })
    expect(answer.ok(), `${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
    return (answer.headers()['content-type']?.includes('json') ? await answer.json() : undefined) as T
  }

  async read<T>(path: string): Promise<T> {
    const answer = await this.request.get(path)
    expect(answer.ok(), `${path}: ${answer.status()}`).toBe(true)
    return (await answer.json()) as T
  }

  async order(prompt: string, changed: Partial<typeof settings> = {}): Promise<Order> {
    const body = { ...settings, ...changed, prompt, variations: 1 }
    const { each } = await this.write<{ each: number }>('post', '/api/clips/quote', body)
    const [clip] = await this.write<Order[]>('post', '/api/clips', { ...body, shownEach: each })
    if (!clip) throw new Error('The order was taken and has no clip.')
    return clip
  }

  clip(id: string): Promise<Order> {
    return this.read<Order>(`/api/clips/${id}`)
  }

  /** Waits until an order stands so. */
  async until(id: string, status: string): Promise<Order> {
    await expect.poll(async () => (await this.clip(id)).status, { timeout: 30_000, intervals: [100, 250] }).toBe(status)
    return this.clip(id)
  }

  async finished(prompt: string, changed?: Partial<typeof settings>): Promise<Order> {
    const { id } = await this.order(prompt, changed)
    return this.until(id, 'done')
  }
}

/** The price is on the button and is not being asked again. */
export const generateButton = (page: Page) => page.getByRole('button', { name: /^Generate.*\$\d/ })
export const promptBox = (page: Page) => page.getByRole('textbox', { name: 'Prompt' })
