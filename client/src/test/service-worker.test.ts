// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

type Listener = (event: unknown) => void

/** Runs public/sw.js as a browser would, over an inbox that can be looked into. */
function worker(put: (address: string, answer: Response) => void = () => undefined) {
  const listeners = new Map<string, Listener>()
  const self = {
    location: { href: 'https://studio.example/sw.js' },
    addEventListener: (name: string, listener: Listener) => listeners.set(name, listener),
    skipWaiting: () => undefined,
    clients: { claim: async () => undefined },
  }
  const caches = { open: async () => ({ put: async (address: string, answer: Response) => put(address, answer) }) }
  const script = readFileSync(new URL('../../public/sw.js', import.meta.url), 'utf8')
  new Function('self', 'caches', script)(self, caches)
  return (request: Request) => {
    let answer: Promise<Response> | undefined
    listeners.get('fetch')?.({ request, respondWith: (given: Promise<Response>) => (answer = given) })
    return answer
  }
}

function shared(...files: File[]) {
  const body = new FormData()
  for (const file of files) body.append('songs', file)
  return new Request('https://studio.example/songs/shared', { method: 'POST', body })
}

it('keeps every shared song under an address of its own and leads to where they are uploaded', async () => {
  const kept: [string, Response][] = []
  const ask = worker((address, answer) => kept.push([address, answer]))
  const answer = await ask(shared(new File(['a'], 'Àlta.mp3', { type: 'audio/mpeg' }), new File(['bb'], 'b.flac')))
  expect(answer?.status).toBe(303)
  expect(answer?.headers.get('Location')).toBe('https://studio.example/songs?shared=2')
  expect(new Set(kept.map(([address]) => address)).size).toBe(2)
  const [, first] = kept[0] ?? []
  expect(decodeURIComponent(first?.headers.get('X-Name') ?? '')).toBe('Àlta.mp3')
  expect(first?.headers.get('Content-Type')).toBe('audio/mpeg')
  expect(await first?.text()).toBe('a')
})

it('says that nothing came when nothing did, or when the device has no room', async () => {
  expect((await worker()(shared()))?.headers.get('Location')).toMatch(/shared=0$/)
  const full = worker(() => {
    throw new DOMException('No room', 'QuotaExceededError')
  })
  expect((await full(shared(new File(['a'], 'a.mp3'))))?.headers.get('Location')).toMatch(/shared=0$/)
})

it('leaves everything else to the browser', () => {
  const ask = worker()
  expect(ask(new Request('https://studio.example/songs/shared'))).toBeUndefined()
  expect(ask(new Request('https://studio.example/api/clips', { method: 'POST' }))).toBeUndefined()
})

it('is named in the manifest by the address and the field that it listens to', () => {
  const manifest = JSON.parse(readFileSync(new URL('../../public/studio.webmanifest', import.meta.url), 'utf8'))
  const { action, method, enctype, params } = manifest.share_target
  expect([action, method, enctype]).toEqual(['/songs/shared', 'POST', 'multipart/form-data'])
  expect(params.files[0].name).toBe('songs')
})
