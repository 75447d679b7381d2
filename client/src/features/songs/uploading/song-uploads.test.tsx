import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { fakeStudio, quietStudio, Refusal, type Asked } from '@/test/fake-studio'
import { openAt } from '@/test/open-at'
import { aTrack, songId } from '@/test/song-examples'

/** Pieces as the browser sends them; the test says what becomes of each. */
class Piece {
  static all: Piece[] = []
  upload: { onprogress?: (event: { loaded: number }) => void } = {}
  status = 0
  responseText = ''
  address = ''
  size = 0
  onload?: () => void
  onerror?: () => void
  onabort?: () => void
  open(_: string, address: string) {
    this.address = address
    Piece.all.push(this)
  }
  setRequestHeader() {}
  send(body: Blob) {
    this.size = body.size
  }
  abort() {
    this.onabort?.()
  }
  async answer(status: number, body: unknown) {
    this.status = status
    this.responseText = JSON.stringify(body)
    await act(async () => this.onload?.())
  }
}

const chunkBytes = 10
const view = (received: number) => ({ id: 'u1', name: 'song.mp3', bytes: 25, received, chunkBytes })
let number = 0

function aSong() {
  number += 1
  return new File(['x'.repeat(25)], `song ${number}.mp3`, { type: 'audio/mpeg', lastModified: number })
}

function studioWith(answers: Record<string, unknown> = {}) {
  return fakeStudio({
    ...quietStudio,
    'POST /api/uploads': () => Response.json(view(0), { status: 201 }),
    'DELETE /api/uploads/u1': null,
    'POST /api/tracks': () => Response.json(aTrack({ state: 'waiting', share: 0 }), { status: 201 }),
    [`GET /api/tracks/${songId}`]: aTrack({ state: 'waiting', share: 0 }),
    ...answers,
  })
}

async function drop(file: File) {
  await userEvent.upload(await screen.findByTestId('song-file'), file)
}

beforeEach(() => {
  Piece.all = []
  vi.stubGlobal('XMLHttpRequest', Piece)
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined)
})

it('sends a song in pieces, shows how far it is, and opens its page', async () => {
  const asked = studioWith()
  openAt('/')
  const file = aSong()
  await drop(file)
  await waitFor(() => expect(Piece.all).toHaveLength(1))
  expect(Piece.all[0]).toMatchObject({ address: '/api/uploads/u1?from=0', size: 10 })
  act(() => Piece.all[0]?.upload.onprogress?.({ loaded: 5 }))
  expect(screen.getByRole('progressbar', { name: `Sending ${file.name}` })).toHaveAttribute('aria-valuenow', '20')
  await Piece.all[0]?.answer(200, view(10))
  await Piece.all[1]?.answer(200, view(20))
  expect(Piece.all[2]).toMatchObject({ address: '/api/uploads/u1?from=20', size: 5 })
  await Piece.all[2]?.answer(200, view(25))
  await waitFor(() => expect(location.pathname).toBe(`/songs/${songId}`))
  expect(asked.find((one: Asked) => one.call === 'POST /api/tracks')?.body).toEqual({ uploadId: 'u1' })
})

it('goes on where a torn piece stopped', async () => {
  studioWith()
  openAt('/')
  await drop(aSong())
  await waitFor(() => expect(Piece.all).toHaveLength(1))
  await Piece.all[0]?.answer(409, { type: 'stale', received: 7 })
  await waitFor(() => expect(Piece.all[1]?.address).toBe('/api/uploads/u1?from=7'))
  await Piece.all[1]?.answer(200, view(25))
  await waitFor(() => expect(location.pathname).toBe(`/songs/${songId}`))
})

it('pauses while the studio does not answer, and goes on by itself', async () => {
  studioWith()
  openAt('/')
  await drop(aSong())
  await waitFor(() => expect(Piece.all).toHaveLength(1))
  await act(async () => Piece.all[0]?.onerror?.())
  expect(await screen.findByText('Paused')).toBeVisible()
  act(() => void window.dispatchEvent(new Event('online')))
  await waitFor(() => expect(Piece.all).toHaveLength(2))
  await Piece.all[1]?.answer(200, view(25))
  await waitFor(() => expect(location.pathname).toBe(`/songs/${songId}`))
})

it('takes an upload up again after a reload, when the same file is chosen', async () => {
  const file = aSong()
  const key = `${file.name}|${file.size}|${file.lastModified}`
  localStorage.setItem('studio.songUploads', JSON.stringify({ [key]: 'u1' }))
  studioWith({ 'GET /api/uploads/u1': view(20), 'POST /api/uploads': new Refusal(500) })
  openAt('/')
  await drop(file)
  await waitFor(() => expect(Piece.all[0]?.address).toBe('/api/uploads/u1?from=20'))
  await Piece.all[0]?.answer(200, view(25))
  await waitFor(() => expect(location.pathname).toBe(`/songs/${songId}`))
})

it('says why a file is not taken, in the studio’s words, and lets it go', async () => {
  const detail = 'This is a video. Export its sound as MP3 or WAV, then add that.'
  studioWith({ 'POST /api/tracks': new Refusal(415, { type: 'not-a-song', title: 'No song', detail }) })
  openAt('/')
  const file = aSong()
  await drop(file)
  await waitFor(() => expect(Piece.all).toHaveLength(1))
  await Piece.all[0]?.answer(200, view(25))
  expect(await screen.findByText(detail)).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: `Put ${file.name} away` }))
  expect(screen.queryByText(detail)).not.toBeInTheDocument()
})

it('knows a song that was here before', async () => {
  studioWith({ 'POST /api/tracks': aTrack() })
  openAt('/')
  await drop(aSong())
  await waitFor(() => expect(Piece.all).toHaveLength(1))
  await Piece.all[0]?.answer(200, view(25))
  expect(await screen.findByText(/was here already/)).toBeVisible()
})
