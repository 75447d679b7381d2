import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Cut, CutView } from '@/api/films'
import { songPlayer } from '@/lib/song-player'
import { fakeStudio, quietStudio, Refusal, show, type Asked } from '@/test/fake-studio'
import { aBoard, aProject, projectId, shotId } from '@/test/film-examples'
import { aHearing, aWaveform, noLyrics, songId } from '@/test/song-examples'
import { aCut, aCutSpan, aFilm, aScorecard, aTake } from '@/test/take-examples'
import { CutPage } from './cut-page'

const at = `/api/projects/${projectId}`

/** A studio that keeps the cut as the real one does. */
function studioWith(first: CutView, answers: Record<string, unknown> = {}) {
  let view = first
  const asked = fakeStudio({
    ...quietStudio,
    [`GET ${at}/cut`]: () => view,
    [`PUT ${at}/cut`]: ({ body }: Asked) => {
      const { version, cut } = body as { version: number; cut: Cut }
      if (version !== view.version) return new Refusal(409, { type: 'stale', detail: 'Changed elsewhere.' })
      view = { ...view, version: version + 1, cut }
      return view
    },
    [`GET ${at}/board`]: aBoard(),
    [`GET ${at}/takes`]: [1, 2, 3, 4].map((number) => aTake({ id: `t${number}`, shotId: shotId(number) })),
    [`GET ${at}/films`]: [],
    [`GET /api/tracks/${songId}/hearing`]: aHearing(),
    [`GET /api/tracks/${songId}/lyrics`]: noLyrics,
    [`GET /api/tracks/${songId}/waveform`]: () => new Response(aWaveform([[-10, 10, 1, 1, 1]])),
    ...answers,
  })
  return { asked, elsewhere: (how: (now: CutView) => CutView) => (view = how(view)) }
}

const kept = (asked: readonly Asked[]) =>
  asked.filter((one) => one.call === `PUT ${at}/cut`).map((one) => (one.body as { cut: Cut }).cut)
const span = (number: number) => screen.findByRole('button', { name: new RegExp(`^Shot ${number}, 16.0 seconds`) })
const project = aProject()

beforeEach(() => {
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async () => undefined)
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined)
  history.replaceState(null, '', `/projects/${projectId}/cut`)
  songPlayer.unload()
})

it('leads to the concept while there is no storyboard', async () => {
  fakeStudio({ ...quietStudio, [`GET ${at}/cut`]: new Refusal(409, { type: 'no-board', detail: 'None yet.' }) })
  show(<CutPage project={project} />)
  expect(await screen.findByText('Nothing to cut yet')).toBeVisible()
})

it('steps by frames, with the song as the clock', async () => {
  studioWith(aCut())
  show(<CutPage project={project} />)
  await span(1)
  const now = () => Math.floor(songPlayer.time * 24 + 0.001)
  await userEvent.keyboard('...')
  expect(now()).toBe(3)
  await userEvent.keyboard(',')
  expect(now()).toBe(2)
  await userEvent.click(screen.getByRole('button', { name: 'The next cut' }))
  expect(now()).toBe(384)
})

it('trims a shot, also when the cut was changed elsewhere meanwhile', async () => {
  const { asked, elsewhere } = studioWith(aCut())
  show(<CutPage project={project} />)
  await userEvent.click(await span(2))
  const inspector = screen.getByRole('complementary', { name: 'Shot 2' })
  elsewhere((now) => ({ ...now, version: 5, cut: { ...now.cut, fadeOut: 2 } }))
  fireEvent.change(within(inspector).getByLabelText('Begins in its clip at'), { target: { value: '1.5' } })
  await waitFor(() => expect(kept(asked).at(-1)).toMatchObject({ fadeOut: 2, spans: [{ shotId: shotId(2) }] }))
  expect(kept(asked).at(-1)?.spans[0]?.inSeconds).toBeCloseTo(1.5, 1)
})

it('lets two shots change places, and takes that back', async () => {
  const { asked } = studioWith(aCut())
  show(<CutPage project={project} />)
  await userEvent.click(await span(2))
  await userEvent.click(screen.getByRole('button', { name: 'Change places with the next shot' }))
  await waitFor(() =>
    expect(kept(asked)[0]?.spans).toMatchObject([
      { shotId: shotId(2), takeId: 't3' },
      { shotId: shotId(3), takeId: 't2' },
    ]),
  )
  await userEvent.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(kept(asked).at(-1)?.spans).toEqual([]))
})

it('sets a transition, and shows a still in place of a take', async () => {
  const { asked } = studioWith(aCut())
  show(<CutPage project={project} />)
  await userEvent.click(await span(3))
  const inspector = screen.getByRole('complementary', { name: 'Shot 3' })
  await userEvent.selectOptions(within(inspector).getByLabelText('How the film comes to it'), 'Cross-fade')
  await userEvent.click(await within(inspector).findByRole('button', { name: 'Still' }))
  await waitFor(() =>
    expect(kept(asked).at(-1)?.spans).toMatchObject([
      { shotId: shotId(3), transition: 'crossFade', still: true, takeId: null },
    ]),
  )
})

it('says what fills a shot whose clip is too short', async () => {
  const { asked } = studioWith(
    aCut({ spans: [aCutSpan(1, { sourceSeconds: 5 }), aCutSpan(2), aCutSpan(3), aCutSpan(4)] }),
  )
  show(<CutPage project={project} />)
  await userEvent.click(await span(1))
  await userEvent.selectOptions(screen.getByLabelText('When the clip has ended'), 'Go back and forth')
  await waitFor(() => expect(kept(asked).at(-1)?.spans).toMatchObject([{ rule: 'pingPong' }]))
})

it('adds a title card, captions and a fade', async () => {
  const { asked } = studioWith(aCut())
  show(<CutPage project={project} />)
  await userEvent.click(await screen.findByRole('switch', { name: 'Title card' }))
  await userEvent.click(screen.getByRole('radio', { name: 'As sung' }))
  fireEvent.change(screen.getByLabelText('Into black'), { target: { value: '2' } })
  await waitFor(() =>
    expect(kept(asked).at(-1)).toMatchObject({
      titleCard: { title: 'Acqua alta', under: 'The Lagoon Choir' },
      captions: { style: 'sung', as: 'burned' },
      fadeOut: 2,
    }),
  )
})

it('composes the film, tells how far it is by frames, and cancels', async () => {
  let films = [] as ReturnType<typeof aFilm>[]
  const making = aFilm({ state: 'composing', doneFrames: 768, media: null, scorecard: null })
  const { asked } = studioWith(aCut(), {
    [`GET ${at}/films`]: () => films,
    [`POST ${at}/films`]: () => ((films = [making]), making),
    'POST /api/films/film1/cancel': () => ((films = []), { ...making, state: 'cancelled' }),
  })
  show(<CutPage project={project} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Compose the film' }))
  expect(await screen.findByText(/768 of 1,536 frames/)).toBeVisible()
  expect(screen.getByRole('progressbar', { name: 'Film 1' })).toHaveAttribute('aria-valuenow', '50')
  await userEvent.click(screen.getByRole('button', { name: 'Cancel composing' }))
  expect(await screen.findByRole('button', { name: 'Compose the film' })).toBeVisible()
  expect(asked.some((one) => one.call === 'POST /api/films/film1/cancel')).toBe(true)
})

it('composes nothing while a shot has nothing to show, and says which', async () => {
  studioWith(aCut({ missing: ['Shot 2 has nothing to show.'] }))
  show(<CutPage project={project} />)
  expect(await screen.findByText('Shot 2 has nothing to show.')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Compose the film' })).toHaveAttribute('aria-disabled', 'true')
})

it('says that clips are still coming, and does not press for a film of stills', async () => {
  const spans = [1, 2].map((number) => aCutSpan(number, { source: 'still', missing: 'It has no take.' }))
  studioWith(aCut({ spans }), {
    [`GET ${at}/takes`]: [
      aTake({ id: 't1', shotId: shotId(1), chosen: false }, { status: 'working', media: null }),
      aTake({ id: 't2', shotId: shotId(2), chosen: false }, { status: 'failed', media: null }),
    ],
  })
  show(<CutPage project={project} />)
  expect(await screen.findByText(/1 shot is still being filmed/)).toBeVisible()
  expect(screen.getByRole('button', { name: 'Compose the film' })).not.toHaveAttribute('aria-disabled')
})

it('keeps the last good film when the next one fails', async () => {
  const failed = aFilm({
    id: 'f2',
    number: 2,
    state: 'failed',
    media: null,
    scorecard: null,
    failure: { kind: 'disk-full', sentence: 'The disk is full.' },
  })
  studioWith(aCut(), { [`GET ${at}/films`]: [failed, aFilm({ isCurrent: false })] })
  show(<CutPage project={project} />)
  expect(await screen.findByRole('alert')).toHaveTextContent(
    'Film 2 was not made: The disk is full. The last good film stays.',
  )
  expect(screen.getByRole('link', { name: 'To the export' })).toBeVisible()
})

it('reads the scorecard out in words, jumps to a place, and softens a flash', async () => {
  const scorecard = aScorecard({
    cutsOnTime: 2,
    worstCut: 3,
    cutMarks: [{ frame: 384, seconds: 16, off: 3, onBeat: true, shotId: shotId(2) }],
    flashes: [{ frame: 1152, frames: 20, seconds: 48, red: true, shotId: shotId(4) }],
    sentence: 'Every frame is there, 2 of 3 cuts lie on their place.',
  })
  const { asked } = studioWith(aCut(), { [`GET ${at}/films`]: [aFilm({ scorecard })] })
  show(<CutPage project={project} />)
  expect(await screen.findByText('Every frame is there, 2 of 3 cuts lie on their place.')).toBeVisible()
  expect(
    screen.getByText(/2 of 3 that can be seen lie within a frame of their place \(66 %\); the worst is 3 frames off/),
  ).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Go to 0:16.00: 3 frames late' }))
  expect(songPlayer.time).toBeCloseTo(16)
  await userEvent.click(screen.getByRole('button', { name: 'Soften the cut to shot 4' }))
  await waitFor(() => expect(kept(asked).at(-1)?.spans).toMatchObject([{ shotId: shotId(4), transition: 'crossFade' }]))
})
