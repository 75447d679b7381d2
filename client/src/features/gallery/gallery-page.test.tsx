import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useLocation } from 'wouter'
import type { Clip } from '@/api/clips'
import { loadDraft } from '@/lib/draft'
import { aClip, aModel } from '@/test/examples'
import { fakeStudio, quietStudio, Refusal, show, type Asked } from '@/test/fake-studio'
import { GalleryPage } from './gallery-page'

const first = aClip()
const second = aClip({
  id: '0199a000-0000-7000-8000-000000000002',
  batchId: 'b2',
  settings: { model: 'lagoon', prompt: 'an opera house' },
})

function studioWith(clips: Clip[], answers: Record<string, unknown> = {}) {
  const ones = Object.fromEntries(clips.map((clip) => [`GET /api/clips/${clip.id}`, clip]))
  return fakeStudio({
    ...quietStudio,
    'GET /api/clips': { items: clips, next: null },
    'GET /api/catalog/video-models': [aModel()],
    ...ones,
    ...answers,
  })
}

const lists = (asked: readonly Asked[]) => asked.filter((one) => one.call === 'GET /api/clips')

beforeEach(() => {
  history.replaceState(null, '', '/gallery')
  // jsdom has no playing of media.
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async () => undefined)
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined)
})

it('says what will be here, and how to begin', async () => {
  studioWith([])
  show(<GalleryPage clipId={undefined} />)
  expect(await screen.findByText('No clips yet')).toBeVisible()
})

it('lists finished clips only, each leading to its player', async () => {
  const asked = studioWith([first, second])
  show(<GalleryPage clipId={undefined} />)
  const grid = await screen.findByRole('list', { name: 'Clips' })
  expect(within(grid).getByRole('link', { name: /an opera house/ })).toHaveAttribute('href', `/clips/${second.id}`)
  expect(lists(asked)[0]?.query.get('filter')).toBe('done')
})

it('searches at the server and keeps the search in the address', async () => {
  const asked = studioWith([first])
  show(<GalleryPage clipId={undefined} />)
  await userEvent.type(await screen.findByRole('searchbox'), 'opera')
  await waitFor(() => expect(lists(asked).at(-1)?.query.get('search')).toBe('opera'))
  expect(location.search).toBe('?search=opera')
})

it('shows the clips of one video, or of none, and keeps the choice in the address', async () => {
  const asked = studioWith([first], { 'GET /api/clips/videos': [{ id: 'p1', title: 'Acqua alta', clips: 64 }] })
  show(<GalleryPage clipId={undefined} />)
  const videos = await screen.findByRole('combobox', { name: 'Video' })
  await userEvent.selectOptions(videos, 'Acqua alta (64)')
  await waitFor(() => expect(lists(asked).at(-1)?.query.get('project')).toBe('p1'))
  expect(location.search).toBe('?video=p1')
  await userEvent.selectOptions(videos, 'Made for no video')
  await waitFor(() => expect(lists(asked).at(-1)?.query.get('alone')).toBe('true'))
  expect(lists(asked).at(-1)?.query.has('project')).toBe(false)
})

it('shows more on request, and where more fails keeps what is there', async () => {
  let broken = true
  const asked = studioWith([], {
    'GET /api/clips': ({ query }: Asked) => {
      if (!query.get('before')) return { items: [first], next: 'cursor' }
      return broken ? new Refusal(409, { detail: 'Not now.' }) : { items: [second], next: null }
    },
  })
  show(<GalleryPage clipId={undefined} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Load more' }))
  expect(await screen.findByText('Not now.')).toBeVisible()
  expect(screen.getByRole('link', { name: /a gondola/ })).toBeVisible()
  broken = false
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByRole('link', { name: /an opera house/ })).toBeVisible()
  expect(lists(asked).at(-1)?.query.get('before')).toBe('cursor')
})

describe('picking several', () => {
  it('downloads them as one archive', async () => {
    studioWith([first, second])
    show(<GalleryPage clipId={undefined} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Select' }))
    await userEvent.click(screen.getByRole('link', { name: /a gondola/ }))
    await userEvent.click(screen.getByRole('checkbox', { name: /an opera house/ }))
    expect(screen.getByText('2 clips')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Download' })).toHaveAttribute(
      'href',
      `/api/clips/zip?ids=${first.id}&ids=${second.id}`,
    )
  })

  it('says what is lost before it deletes, and deletes nothing when kept', async () => {
    const asked = studioWith([first, second], { [`DELETE /api/clips/${first.id}`]: null })
    show(<GalleryPage clipId={undefined} />)
    await userEvent.click(await screen.findByRole('checkbox', { name: /a gondola/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
    expect(await screen.findByText(/cannot be brought back; making it cost \$0\.42/)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Keep as it is' }))
    expect(asked.some((one) => one.call.startsWith('DELETE'))).toBe(false)
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Delete the clip' }))
    await waitFor(() => expect(asked.some((one) => one.call === `DELETE /api/clips/${first.id}`)).toBe(true))
  })

  it('says which video a clip was made for before it deletes it', async () => {
    studioWith([aClip({ id: first.id, project: { id: 'p1', title: 'Acqua alta' } }), second])
    show(<GalleryPage clipId={undefined} />)
    await userEvent.click(await screen.findByRole('checkbox', { name: /a gondola/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
    expect(
      await screen.findByText(/It was made for “Acqua alta”\. A cut that shows it goes on with another/),
    ).toBeVisible()
  })

  it('says so too when all of several were made for videos', async () => {
    const project = { id: 'p1', title: 'Acqua alta' }
    studioWith([aClip({ id: first.id, project }), aClip({ id: second.id, project: { id: 'p2', title: 'Bells' } })])
    show(<GalleryPage clipId={undefined} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Select' }))
    await userEvent.click(screen.getByRole('button', { name: /All 2 shown/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
    expect(await screen.findByText(/They were made for “Acqua alta” and “Bells”\./)).toBeVisible()
  })

  it('names the reason when one of them cannot go', async () => {
    studioWith([first, second], {
      [`DELETE /api/clips/${first.id}`]: new Refusal(409, { detail: 'It is still used by a film.' }),
      [`DELETE /api/clips/${second.id}`]: null,
    })
    show(<GalleryPage clipId={undefined} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Select' }))
    await userEvent.click(screen.getByRole('button', { name: /All 2 shown/ }))
    await userEvent.click(screen.getByRole('button', { name: 'Delete' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Delete 2 clips' }))
    expect(await screen.findByText('It is still used by a film.')).toBeVisible()
  })
})

describe('the player', () => {
  it('opens from its address, with what the clip was made of', async () => {
    studioWith([first])
    show(<GalleryPage clipId={first.id} />)
    const dialog = await screen.findByRole('dialog', { name: 'Clip by Lagoon' })
    expect(within(dialog).getByText('5 s · 16:9 · 720p · sound on')).toBeVisible()
    expect(within(dialog).getByText('1280 × 720, 5.04 s, 1.5 MB')).toBeVisible()
    expect(within(dialog).getByRole('link', { name: 'Download' })).toHaveAttribute(
      'href',
      '/api/media/v1?download=true',
    )
  })

  it('obeys its keys', async () => {
    studioWith([first])
    show(<GalleryPage clipId={first.id} />)
    const dialog = await screen.findByRole('dialog')
    await userEvent.keyboard('m')
    expect(await within(dialog).findByRole('button', { name: 'Sound on' })).toBeVisible()
    expect(within(dialog).getByRole('button', { name: 'Loop' })).toHaveAttribute('aria-pressed', 'true')
    await userEvent.keyboard('l')
    expect(within(dialog).getByRole('button', { name: 'Loop' })).toHaveAttribute('aria-pressed', 'false')
    await userEvent.keyboard('{Escape}')
    expect(location.pathname).toBe('/gallery')
  })

  it('rests its letter keys for somebody who has turned single keys off', async () => {
    localStorage.setItem('studio.singleKeys', 'false')
    studioWith([first])
    show(<GalleryPage clipId={first.id} />)
    const dialog = await screen.findByRole('dialog')
    await userEvent.keyboard('m')
    expect(within(dialog).getByRole('button', { name: 'Sound off' })).toBeVisible()
  })

  it('says when Venice’s copy was deleted, or lets a person ask for it', async () => {
    const kept = { ...first, cleanedUpAt: '2026-11-21T07:31:00Z' }
    studioWith([kept])
    const { unmount } = show(<GalleryPage clipId={first.id} />)
    expect(await screen.findByText(/Deleted at Venice on .*The copy here is the only one\./)).toBeVisible()
    unmount()

    const asked = studioWith([first], { [`PUT /api/clips/${first.id}/clean-up`]: { ...first, cleanUp: true } })
    show(<GalleryPage clipId={first.id} />)
    await userEvent.click(await screen.findByRole('switch', { name: 'Clean up at Venice' }))
    await waitFor(() => expect(asked.find((one) => one.call.startsWith('PUT'))?.body).toEqual({ cleanUp: true }))
  })

  it('hands its settings over to Create', async () => {
    studioWith([first])
    show(<GalleryPage clipId={first.id} />)
    await userEvent.click(await screen.findByRole('button', { name: 'Use these settings' }))
    expect(location.pathname).toBe('/create')
    expect(loadDraft('a1')).toMatchObject({ prompt: 'a gondola at dusk', duration: '5s' })
  })

  it('says so when the clip does not exist or is somebody else’s', async () => {
    studioWith([])
    show(<GalleryPage clipId={first.id} />)
    expect(await screen.findByText('This does not exist any more, or belongs to somebody else.')).toBeVisible()
  })
})

it('brings the keyboard back to the clip that it came from when the player closes', async () => {
  studioWith([first, second])
  show(<AtItsAddress />)
  const tile = await screen.findByRole('link', { name: /an opera house/ })
  await userEvent.click(tile)
  await screen.findByRole('dialog')
  expect(tile).not.toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await waitFor(() => expect(tile).toHaveFocus())
})

/** The gallery at whatever address it is. */
function AtItsAddress() {
  const [path] = useLocation()
  return <GalleryPage clipId={/^\/clips\/(.+)$/.exec(path)?.[1]} />
}
