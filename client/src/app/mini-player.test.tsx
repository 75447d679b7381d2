import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { songPlayer } from '@/lib/song-player'
import { fakeStudio, quietStudio } from '@/test/fake-studio'
import { openAt } from '@/test/open-at'

beforeEach(() => {
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined)
  songPlayer.unload()
})

it('keeps the loaded song within reach on every other page, until it is put away', async () => {
  fakeStudio(quietStudio)
  openAt('/spend')
  act(() => songPlayer.load({ id: 's1', title: 'Acqua alta', artist: null, url: '/api/media/m1', seconds: 64 }))
  expect(await screen.findByRole('link', { name: /Acqua alta/ })).toHaveAttribute('href', '/songs/s1')
  expect(screen.getByRole('button', { name: 'Play Acqua alta' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Put the song away' }))
  expect(screen.queryByRole('region', { name: 'Player' })).not.toBeInTheDocument()
})
