import { act } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { fakeStudio, show } from '@/test/fake-studio'
import { songId } from '@/test/song-examples'
import { SongShape } from './song-shape'

let comesIntoSight: () => void

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(tell: (entries: readonly { isIntersecting: boolean }[]) => void) {
        comesIntoSight = () => tell([{ isIntersecting: true }])
      }
      observe() {}
      disconnect() {}
    },
  )
})

it('asks for a heard song’s shape once it is in sight, and draws it', async () => {
  const asked = fakeStudio({
    [`GET /api/tracks/${songId}/shape`]: () => new Response(Uint8Array.from([90, 200, 0, 0])),
  })
  const { container } = show(<SongShape track={{ id: songId, state: 'heard' }} />)
  expect(asked).toHaveLength(0)
  act(comesIntoSight)
  await vi.waitFor(() => expect(container.querySelector('path')).toHaveAttribute('d', 'M0.14 -1.00h0.72v2.00h-0.72z'))
  expect(asked).toHaveLength(1)
})

it('stays empty while the studio has nothing to draw it from', async () => {
  const complaints = vi.spyOn(console, 'error')
  const asked = fakeStudio({
    [`GET /api/tracks/${songId}/shape`]: () => new Response(null, { headers: { 'Content-Length': '0' } }),
  })
  const { container } = show(<SongShape track={{ id: songId, state: 'heard' }} />)
  act(comesIntoSight)
  await vi.waitFor(() => expect(asked).toHaveLength(1))
  await act(async () => new Promise((later) => setTimeout(later)))
  expect(container.querySelector('svg')).toBeNull()
  expect(complaints).not.toHaveBeenCalled()
})

it('asks for nothing while the song is being heard', () => {
  const asked = fakeStudio({})
  show(<SongShape track={{ id: songId, state: 'listening' }} />)
  act(comesIntoSight)
  expect(asked).toHaveLength(0)
})
