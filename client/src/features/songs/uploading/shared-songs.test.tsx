import { screen, waitFor } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { fakeStudio, quietStudio, Refusal } from '@/test/fake-studio'
import { openAt } from '@/test/open-at'
import { aTrack, songId } from '@/test/song-examples'

/** The inbox as the service worker leaves it: addresses and kept files. */
function inboxOf(...names: string[]) {
  const kept = new Map<string, { headers: Headers; blob: () => Promise<Blob> }>(
    names.map((name, index) => {
      const headers = new Headers({ 'X-Name': encodeURIComponent(name), 'X-Changed': '7' })
      return [`/songs/shared/${index}`, { headers, blob: async () => new Blob(['x'.repeat(25)]) }] as const
    }),
  )
  vi.stubGlobal('caches', {
    open: async () => ({
      keys: async () => [...kept.keys()],
      match: async (key: string) => kept.get(key),
      delete: async (key: string) => kept.delete(key),
    }),
  })
  return kept
}

/** A studio that takes an upload whose bytes are all there, as after a reload, so that only its end is asked for. */
function studioWith(answer: unknown) {
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined)
  const whole = { id: 'u1', name: 'song.mp3', bytes: 25, received: 25, chunkBytes: 10 }
  return fakeStudio({
    ...quietStudio,
    'POST /api/uploads': () => Response.json(whole, { status: 201 }),
    'POST /api/tracks': answer,
    'DELETE /api/uploads/u1': null,
    [`GET /api/tracks/${songId}`]: aTrack(),
  })
}

it('uploads a song from the share sheet and opens it, and then forgets the shared file', async () => {
  const kept = inboxOf('Acqua àlta.mp3')
  const asked = studioWith(() => Response.json(aTrack(), { status: 201 }))
  openAt('/songs?shared=1')
  await waitFor(() => expect(location.pathname).toBe(`/songs/${songId}`))
  expect(asked.find((one) => one.call === 'POST /api/uploads')?.body).toMatchObject({
    name: 'Acqua àlta.mp3',
    bytes: 25,
  })
  expect(kept.size).toBe(0)
})

it('keeps a shared file while the studio cannot take it, for the next visit', async () => {
  const kept = inboxOf('broken studio.mp3')
  studioWith(new Refusal(500, { title: 'Something broke', detail: 'Try again in a minute.' }))
  openAt('/songs')
  expect(await screen.findByText('Not taken')).toBeVisible()
  expect(kept.size).toBe(1)
  screen.getByRole('button', { name: 'Put broken studio.mp3 away' }).click()
  await waitFor(() => expect(kept.size).toBe(0))
})

it('forgets a shared file that is no song', async () => {
  const kept = inboxOf('film.mp3')
  studioWith(new Refusal(415, { title: 'No song', detail: 'This is a video.' }))
  openAt('/songs?shared=1')
  expect(await screen.findByText('This is a video.')).toBeVisible()
  expect(kept.size).toBe(0)
})

it('says when nothing came through', async () => {
  inboxOf()
  studioWith(aTrack())
  openAt('/songs?shared=0')
  expect(await screen.findByText('The shared song did not come through')).toBeVisible()
  expect(location.search).toBe('')
})
