import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Board, BoardChange } from '@/api/board'
import { useEvents } from '@/api/events'
import { songPlayer } from '@/lib/song-player'
import { FakeStream } from '@/test/fake-stream'
import { fakeStudio, quietStudio, Refusal, show, type Asked } from '@/test/fake-studio'
import { aBoard, aProject, aShot, aStill, projectId, shotId } from '@/test/film-examples'
import { aHearing, aWaveform, noLyrics, songId } from '@/test/song-examples'
import { StoryboardPage } from './storyboard-page'

const at = `/api/projects/${projectId}`

/** A studio whose board takes words, locks and moved cuts the way the real one does. */
function studioWith(first: Board | null, answers: Record<string, unknown> = {}) {
  let board = first
  const asked = fakeStudio({
    ...quietStudio,
    [`GET ${at}/board`]: () => board ?? new Refusal(404),
    [`POST ${at}/board/changes`]: ({ body }: Asked) => {
      const { version, changes } = body as { version: number; changes: BoardChange[] }
      if (!board || version !== board.version) return new Refusal(409, { type: 'stale', detail: 'Changed meanwhile.' })
      board = { ...board, version: version + 1, canUndo: true, undoAct: 'Words of shot 2' }
      for (const change of changes) board = { ...board, shots: board.shots.map((shot) => changed(shot, change)) }
      return board
    },
    [`GET ${at}/stills`]: [],
    [`GET ${at}/direction`]: null,
    [`GET ${at}/words-price`]: { model: 'Writer', board: 18_000, questions: 4_000, rewrite: 6_000 },
    [`POST ${at}/stills/quote`]: { each: 30_000, total: 60_000, count: 2, stills: [], withinBudget: true },
    [`GET /api/tracks/${songId}/hearing`]: aHearing(),
    [`GET /api/tracks/${songId}/lyrics`]: noLyrics,
    [`GET /api/tracks/${songId}/waveform`]: () => new Response(aWaveform([[-10, 10, 1, 1, 1]])),
    ...answers,
  })
  return { asked, elsewhere: (how: (now: Board) => Board) => (board = board && how(board)) }
}

function changed(shot: Board['shots'][number], change: BoardChange) {
  if (shot.id !== change.shotId && !change.shotIds?.includes(shot.id)) return shot
  if (change.kind === 'words' && change.words) return { ...shot, words: change.words, approved: false }
  if (change.kind === 'lock') return { ...shot, locked: change.flag === true }
  return change.kind === 'move' ? { ...shot, start: change.at ?? shot.start } : shot
}

const project = aProject({ standing: { ...aProject().standing, step: 'storyboard', shots: 4 } })
const sent = (asked: readonly Asked[], call: string) => asked.filter((one) => one.call === `POST ${at}${call}`)
const changes = (asked: readonly Asked[]) =>
  sent(asked, '/board/changes').flatMap((one) => (one.body as { changes: BoardChange[] }).changes)
const card = (number: number) => screen.findByRole('button', { name: new RegExp(`^Shot ${number}\\b`) })

beforeEach(() => {
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async () => undefined)
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined)
  history.replaceState(null, '', `/projects/${projectId}/storyboard`)
  songPlayer.unload()
})

it('leads to the concept while there is no board', async () => {
  studioWith(null)
  show(<StoryboardPage project={project} />)
  expect(await screen.findByText('No storyboard yet')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Go to the concept' })).toHaveAttribute(
    'href',
    `/projects/${projectId}/concept`,
  )
})

it('says what the board comes to and what is missing', async () => {
  studioWith(aBoard())
  show(<StoryboardPage project={project} />)
  expect(await screen.findByText(/4 shots · 1:04 · paid 64 s, used 64 s/)).toHaveTextContent('$2.00')
  expect(screen.getByText('4 shots are not approved yet.')).toBeVisible()
  expect(within(screen.getByRole('list', { name: 'Shots' })).getAllByRole('listitem')).toHaveLength(4)
})

it('never offers a still for sale that has come and is on its way to the board', async () => {
  vi.stubGlobal('EventSource', FakeStream)
  const before = aBoard({ shots: [aShot(1, { stillUrl: null }), aShot(2)] })
  let board: Promise<Board> | Board = before
  let stills = [aStill({ status: 'working' })]
  const { asked } = studioWith(before, { [`GET ${at}/board`]: () => board, [`GET ${at}/stills`]: () => stills })
  const Listening = () => (useEvents(), (<StoryboardPage project={project} />))
  show(<Listening />)
  expect(await screen.findByText('Drawing')).toBeVisible()

  FakeStream.all.at(-1)?.say('hello')
  let arrive: (board: Board) => void = () => undefined
  board = new Promise((resolve) => (arrive = resolve))
  stills = [aStill()]
  FakeStream.all.at(-1)?.say('stills')
  FakeStream.all.at(-1)?.say('board')
  await waitFor(() => expect(asked.filter((one) => one.call === `GET ${at}/stills`)).toHaveLength(2))
  await act(() => new Promise((resolve) => setTimeout(resolve)))
  expect(screen.getByText('Drawing')).toBeVisible()
  arrive(aBoard({ shots: [aShot(1), aShot(2)] }))
  await waitFor(() => expect(screen.queryByText('Drawing')).not.toBeInTheDocument())
  expect(sent(asked, '/stills/quote')).toEqual([])
})

it('keeps words as they are typed, also on a board that changed meanwhile', async () => {
  const { asked, elsewhere } = studioWith(aBoard())
  show(<StoryboardPage project={project} />)
  await userEvent.click(await card(2))
  expect(location.search).toBe('?shot=2')
  const editor = screen.getByRole('complementary', { name: 'Shot 2' })
  await userEvent.type(within(editor).getByLabelText('Camera'), 'Still')
  elsewhere((now) => ({ ...now, version: 9 }))
  await waitFor(() => expect(changes(asked).at(-1)).toMatchObject({ kind: 'words', words: { camera: 'Still' } }))
  await waitFor(() => expect(sent(asked, '/board/changes').at(-1)?.body).toMatchObject({ version: 9 }))
  expect(await screen.findByRole('button', { name: 'Undo: Words of shot 2' })).toBeEnabled()
})

it('undoes by key, and says what was undone', async () => {
  const { asked } = studioWith(aBoard({ canUndo: true, undoAct: 'Split' }), {
    [`POST ${at}/board/undo`]: aBoard({ version: 2 }),
  })
  show(<StoryboardPage project={project} />)
  await card(1)
  await userEvent.keyboard('{Control>}z{/Control}')
  await waitFor(() => expect(sent(asked, '/board/undo')[0]?.body).toEqual({ version: 1 }))
  expect(await screen.findByText('Undone: Split')).toHaveAttribute('role', 'status')
})

it('draws several versions of a still as one order with one price', async () => {
  const { asked } = studioWith(aBoard(), {
    [`POST ${at}/stills/quote`]: ({ body }: Asked) => {
      const count = (body as { variants: number }).variants
      return { each: 30_000, total: count * 30_000, count, stills: [], withinBudget: true }
    },
    [`POST ${at}/stills`]: [],
  })
  show(<StoryboardPage project={project} />)
  await userEvent.click(await card(2))
  const editor = screen.getByRole('complementary', { name: 'Shot 2' })
  await userEvent.selectOptions(within(editor).getByLabelText('Versions to draw'), '3 versions')
  await userEvent.click(await within(editor).findByRole('button', { name: /^Draw 3 versions.*\$0\.09/ }))
  await waitFor(() =>
    expect(asked.find((one) => one.call === `POST ${at}/stills`)?.body).toEqual({
      shotIds: [shotId(2)],
      missing: false,
      variants: 3,
      shownEach: 30_000,
    }),
  )
  expect(within(editor).getByLabelText('Versions to draw')).toHaveValue('1')
})

it('moves a cut by key to the next beat', async () => {
  const { asked } = studioWith(aBoard())
  show(<StoryboardPage project={project} />)
  await userEvent.click(await card(2))
  const cut = screen.getByRole('slider', { name: 'Cut before shot 2' })
  await waitFor(() => expect(cut).toHaveAttribute('aria-valuetext', '0:16.00, on a beat'))
  act(() => cut.focus())
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  // On a busy machine the two presses may go as two moves; the last one is where the cut lies.
  await waitFor(() => expect(changes(asked).at(-1)).toEqual({ kind: 'move', shotId: shotId(2), at: 17, free: false }))
})

it('approves all that can be, with the total on the button', async () => {
  const shots = [
    aShot(1, { approved: true }),
    aShot(2),
    aShot(3),
    aShot(4, { stillUrl: null, missing: 'It has no still yet.' }),
  ]
  const { asked } = studioWith(aBoard({ shots }), { [`POST ${at}/board/approve`]: aBoard({ version: 2 }) })
  show(<StoryboardPage project={project} />)
  await userEvent.click(await screen.findByRole('button', { name: /Approve 2 of 4.*\$1\.00/ }))
  await waitFor(() =>
    expect(sent(asked, '/board/approve')[0]?.body).toEqual({
      version: 1,
      shotIds: [shotId(2), shotId(3)],
      all: false,
      shownTotal: 1_000_000,
    }),
  )
})

it('says why an approval was refused', async () => {
  studioWith(aBoard(), {
    [`POST ${at}/board/approve`]: new Refusal(409, { type: 'price-changed', detail: 'It costs $2.40 now.' }),
  })
  show(<StoryboardPage project={project} />)
  await userEvent.click(await screen.findByRole('button', { name: /Approve all 4.*\$2\.00/ }))
  expect(await screen.findByText('It costs $2.40 now.')).toBeVisible()
})

it('draws what is missing, and tells of each that failed', async () => {
  const shots = [1, 2, 3, 4].map((number) =>
    aShot(number, { stillUrl: null, stillId: null, missing: 'It has no still yet.' }),
  )
  const failure = { kind: 'blurred', sentence: 'Venice blurred it. Say it differently.' }
  const { asked } = studioWith(aBoard({ shots }), {
    [`GET ${at}/stills`]: [
      aStill({ id: 's1', status: 'failed', failure: { ...failure, canCollectAgain: false } as never }),
      aStill({ id: 's2', shotId: shotId(2), status: 'working' }),
    ],
    [`POST ${at}/stills`]: [],
  })
  show(<StoryboardPage project={project} />)
  expect(await screen.findByText(failure.sentence)).toBeVisible()
  expect(await card(2)).toHaveTextContent('Drawing')
  await userEvent.click(await screen.findByRole('button', { name: /Draw 2 stills.*\$0\.06/ }))
  await waitFor(() =>
    expect(sent(asked, '/stills')[0]?.body).toEqual({ missing: true, variants: 1, shownEach: 30_000 }),
  )
  expect(sent(asked, '/stills')[0]?.headers.get('Idempotency-Key')).toBeTruthy()
})

it('shows words while they are written', async () => {
  const encoder = new TextEncoder()
  const stream = () =>
    new Response(
      new ReadableStream({
        start(control) {
          const tell = (piece: object) => control.enqueue(encoder.encode(`data: ${JSON.stringify(piece)}\n\n`))
          tell({ shots: 1, of: 4 })
          tell({ shotId: shotId(2), field: 'picture', text: 'A boat drif' })
        },
      }),
    )
  const direction = {
    id: 'd1',
    kind: 'board',
    state: 'working',
    done: 0,
    of: 4,
    paid: null,
    notice: null,
    proposals: [],
  }
  const shots = [1, 2, 3, 4].map((number) =>
    aShot(number, {
      stillUrl: null,
      words: { picture: '', action: '', camera: '', light: '', transition: '', sung: '' },
    }),
  )
  studioWith(aBoard({ shots }), { [`GET ${at}/direction`]: direction, [`GET ${at}/board/writing`]: stream })
  show(<StoryboardPage project={project} />)
  await waitFor(async () => expect(await card(2)).toHaveTextContent('A boat drif'))
  expect(screen.getByRole('progressbar', { name: 'Writing the storyboard' })).toHaveAttribute('aria-valuenow', '25')
})

it('rewrites a selection, and changes only what is taken', async () => {
  const before = aShot(2).words
  const proposals = [2, 3].map((number) => ({
    shotId: shotId(number),
    before,
    after: { ...before, picture: `Night ${number}.` },
  }))
  let direction: unknown = null
  const { asked } = studioWith(aBoard(), {
    [`GET ${at}/direction`]: () => direction,
    [`POST ${at}/board/rewrite`]: () =>
      (direction = { id: 'd1', kind: 'rewrite', state: 'done', done: 2, of: 2, paid: 1, notice: null, proposals }),
  })
  show(<StoryboardPage project={project} />)
  await card(1)
  await userEvent.click(screen.getByRole('checkbox', { name: 'Pick shot 2' }))
  await userEvent.keyboard('{Shift>}')
  await userEvent.click(screen.getByRole('checkbox', { name: 'Pick shot 3' }))
  await userEvent.keyboard('{/Shift}')
  await userEvent.click(screen.getByRole('button', { name: 'Rewrite by a sentence' }))
  await userEvent.type(await screen.findByLabelText('What should be different?'), 'Make it night')
  await userEvent.click(screen.getByRole('button', { name: /Propose new words/ }))
  await waitFor(() =>
    expect(sent(asked, '/board/rewrite')[0]?.body).toEqual({
      shotIds: [shotId(2), shotId(3)],
      sentence: 'Make it night',
      shownMost: 6_000,
    }),
  )
  await userEvent.click(await screen.findByRole('button', { name: 'Compare and take' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Take shot 3' }))
  await waitFor(() =>
    expect(changes(asked)).toMatchObject([{ kind: 'words', shotId: shotId(3), words: { picture: 'Night 3.' } }]),
  )
})

it('lets nothing change a locked shot but its unlocking', async () => {
  studioWith(aBoard({ shots: [aShot(1, { locked: true }), aShot(2), aShot(3), aShot(4)] }))
  show(<StoryboardPage project={project} />)
  await userEvent.click(await card(1))
  const editor = screen.getByRole('complementary', { name: 'Shot 1' })
  expect(within(editor).getByLabelText('Picture')).toHaveAttribute('readonly')
  expect(within(editor).queryByRole('button', { name: /Draw/ })).toBeNull()
  await userEvent.click(within(editor).getByRole('button', { name: 'Unlock the shot' }))
  await waitFor(() => expect(within(editor).getByLabelText('Picture')).not.toHaveAttribute('readonly'))
})
