import { expect, it } from 'vitest'
import { eventData } from './event-data'

function streamOf(...chunks: (string | Uint8Array)[]): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  return new ReadableStream({
    start(controller) {
      chunks.forEach((chunk) => controller.enqueue(typeof chunk === 'string' ? encoder.encode(chunk) : chunk))
      controller.close()
    },
  })
}

async function all(stream: ReadableStream<Uint8Array>) {
  const data: string[] = []
  for await (const piece of eventData(stream)) data.push(piece)
  return data
}

it('puts events together however they are cut', async () => {
  expect(await all(streamOf('data: {"a"', ':1}\n', '\ndata: two\n\nda', 'ta: three\n\n'))).toEqual([
    '{"a":1}',
    'two',
    'three',
  ])
})

it('keeps a letter whole whose bytes arrive apart', async () => {
  const bytes = new TextEncoder().encode('data: é\n\n')
  expect(await all(streamOf(bytes.slice(0, 7), bytes.slice(7)))).toEqual(['é'])
})

it('passes over comments and heartbeats, and takes Windows line ends', async () => {
  expect(await all(streamOf(': beat\n\nevent: x\r\ndata: one\r\n\r\n'))).toEqual(['one'])
})

it('joins the lines of one event', async () => {
  expect(await all(streamOf('data: a\ndata: b\n\n'))).toEqual(['a\nb'])
})

it('lets the connection go when its reader leaves early', async () => {
  let cancelled = false
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new TextEncoder().encode('data: x\n\n')),
    cancel: () => void (cancelled = true),
  })
  const pieces = eventData(endless)
  await pieces.next()
  await pieces.return(undefined)
  expect(cancelled).toBe(true)
})
