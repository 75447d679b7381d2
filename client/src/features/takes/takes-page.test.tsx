import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { useEvents } from '@/api/events'
import { songPlayer } from '@/lib/song-player'
import { FakeStream } from '@/test/fake-stream'
import { Refusal, show, silence, type Asked } from '@/test/fake-studio'
import { aProject, projectId, shotId } from '@/test/film-examples'
import { aDeskCard, aTake, aTakesQuote } from '@/test/take-examples'
import { takesAt as at, takesStudio as studioWith } from '@/test/takes-studio'
import { TakesPage } from './takes-page'

const sent = (asked: readonly Asked[], path: string) => asked.filter((one) => one.call === `POST /api${path}`)
const card = (number: number) => screen.findByRole('button', { name: new RegExp(`^Shot ${number}\\b`) })
const project = aProject()

beforeEach(() => {
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async () => undefined)
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined)
  history.replaceState(null, '', `/projects/${projectId}/takes`)
  songPlayer.unload()
})

it('leads to the concept while there is no storyboard', async () => {
  studioWith({ [`GET ${at}/board`]: new Refusal(404) })
  show(<TakesPage project={project} />)
  expect(await screen.findByText('Nothing to film yet')).toBeVisible()
})

it('films what is missing, for the price on the button, once', async () => {
  let answers = 0
  const asked = studioWith({ [`POST ${at}/takes`]: () => (answers++ === 0 ? silence : []) })
  show(<TakesPage project={project} />)
  const button = await screen.findByRole('button', { name: /Render 3 shots.*\$1\.50/ })
  await userEvent.click(button)
  expect(await screen.findByRole('alert')).toHaveTextContent('Check the connection')
  await userEvent.click(button)
  await waitFor(() => expect(sent(asked, `/projects/${projectId}/takes`)).toHaveLength(2))
  const [first, second] = sent(asked, `/projects/${projectId}/takes`)
  expect(second?.body).toEqual({ scope: 'missing', shotIds: null, shownTotal: 1_500_000 })
  expect(first?.headers.get('Idempotency-Key')).toBe(second?.headers.get('Idempotency-Key'))
})

it('offers nothing that another page has ordered a moment ago', async () => {
  vi.stubGlobal('EventSource', FakeStream)
  let takes: unknown[] = []
  studioWith({
    [`GET ${at}/takes`]: () => takes,
    [`POST ${at}/takes/quote`]: () => aTakesQuote({ shots: 4 - takes.length, total: 500_000 * (4 - takes.length) }),
  })
  const Listening = () => (useEvents(), (<TakesPage project={project} />))
  show(<Listening />)
  await screen.findByRole('button', { name: /Render 4 shots/ })
  FakeStream.all.at(-1)?.say('hello')
  takes = [1, 2, 3, 4].map((n) => aTake({ id: `t${n}`, shotId: shotId(n) }, { status: 'working', media: null }))
  FakeStream.all.at(-1)?.say('takes')
  expect(await screen.findByRole('button', { name: 'All under way' })).toBeVisible()
  expect(screen.queryByRole('button', { name: /^Render/ })).not.toBeInTheDocument()
})

it('opens the shot that a link names, and brings it into sight', async () => {
  const shown: Element[] = []
  Element.prototype.scrollIntoView = function () {
    shown.push(this)
  }
  studioWith()
  history.replaceState(null, '', `/projects/${projectId}/takes?shot=3`)
  show(<TakesPage project={project} />)
  expect(await screen.findByRole('heading', { name: 'Shot 3' })).toBeVisible()
  expect(shown).toEqual([(await card(3)).closest('[data-shot]')])
})

it('says why a render is left out or stopped', async () => {
  studioWith({
    [`POST ${at}/takes/quote`]: aTakesQuote({
      stop: 'Nothing of this is approved.',
      leftOut: ['Shot 4 is not approved.', 'Shot 3 shows the footage of shot 1.'],
    }),
  })
  show(<TakesPage project={project} />)
  expect(await screen.findByText('Nothing of this is approved.')).toBeVisible()
  expect(screen.getByText('Shot 4 is not approved.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: '1 more' }))
  expect(screen.getByText('Shot 3 shows the footage of shot 1.')).toBeVisible()
  expect(screen.getByRole('button', { name: /^Render/ })).toHaveAttribute('aria-disabled', 'true')
})

it('does not lead on to the cut as if all were well while shots have no clip', async () => {
  const failure = { kind: 'x', sentence: 'Venice gave up.' } as never
  studioWith({
    [`GET ${at}/takes`]: [
      aTake({ id: 't1', shotId: shotId(1) }),
      aTake({ id: 't2', shotId: shotId(2) }),
      aTake({ id: 't3', shotId: shotId(3), chosen: false }, { status: 'failed', media: null, paid: 0, failure }),
    ],
    [`POST ${at}/takes/quote`]: aTakesQuote({ shots: 0, total: 0, leftOut: ['1 shot is left out.'] }),
  })
  show(<TakesPage project={project} />)
  expect(await screen.findByText(/2 shots have no clip and need you/)).toBeVisible()
  expect(screen.getByRole('link', { name: 'To the cut' })).toBeVisible()
  expect(screen.queryByText('1 shot is left out.')).not.toBeInTheDocument()
})

it('says of a filmed shot that another try came to nothing, until a newer one is there', async () => {
  const failure = { kind: 'x', sentence: 'Venice’s account ran out of credit.' } as never
  const takes = [
    aTake({ id: 't1', shotId: shotId(1) }),
    aTake({ id: 't2', shotId: shotId(1), chosen: false }, { status: 'failed', media: null, paid: 0, failure }),
    aTake({ id: 't3', shotId: shotId(2), chosen: false }, { status: 'failed', media: null, paid: 0, failure }),
    aTake({ id: 't4', shotId: shotId(2) }),
  ]
  studioWith({ [`GET ${at}/takes`]: takes, [`POST ${at}/takes/quote`]: aTakesQuote({ shots: 0, total: 0 }) })
  show(<TakesPage project={project} />)
  expect(await card(1)).toHaveTextContent(/Filmed.*Newest try failed.*ran out of credit/)
  expect(await card(2)).not.toHaveTextContent(/failed/)
  expect(screen.getByText('1 newest try failed')).toBeVisible()
  expect(screen.getByText(/2 of 4 shots have their picture/)).toBeVisible()
})

it('asks twice before everything is bought again', async () => {
  const asked = studioWith({ [`POST ${at}/takes`]: [] })
  show(<TakesPage project={project} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Film something else' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: /Everything again/ }))
  await userEvent.click(await screen.findByRole('button', { name: /Film everything again.*\$2\.00/ }))
  expect(sent(asked, `/projects/${projectId}/takes`)).toHaveLength(0)
  await userEvent.click(await screen.findByRole('button', { name: /Yes, buy 4 clips.*\$2\.00/ }))
  await waitFor(() =>
    expect(sent(asked, `/projects/${projectId}/takes`)[0]?.body).toMatchObject({
      scope: 'everything',
      shownTotal: 2_000_000,
    }),
  )
})

it('films the shots that are picked', async () => {
  const asked = studioWith({ [`POST ${at}/takes`]: [] })
  show(<TakesPage project={project} />)
  await card(1)
  await userEvent.click(screen.getByRole('checkbox', { name: 'Pick shot 2' }))
  await userEvent.click(screen.getByRole('checkbox', { name: 'Pick shot 4' }))
  await userEvent.click(await screen.findByRole('button', { name: /Film 2 shots.*\$1\.00/ }))
  await waitFor(() =>
    expect(sent(asked, `/projects/${projectId}/takes`)[0]?.body).toEqual({
      scope: 'selected',
      shotIds: [shotId(2), shotId(4)],
      shownTotal: 1_000_000,
    }),
  )
})

it('tells where every shot stands, with real progress', async () => {
  const readyAt = new Date(Date.now() + 60_000).toISOString()
  const progress = { elapsedSeconds: 60, averageSeconds: 120, asOf: new Date().toISOString() }
  studioWith({
    [`GET ${at}/takes`]: [
      aTake(),
      aTake({ id: 't2', shotId: shotId(2), chosen: false }, { status: 'working', media: null, paid: 0, progress }),
      aTake(
        { id: 't3', shotId: shotId(3), chosen: false },
        { status: 'failed', media: null, paid: 0, failure: { kind: 'x', sentence: 'Venice gave up.' } as never },
      ),
    ],
    'GET /api/clips/forecast': [{ batchId: 'b1', projectId, readyAt }],
  })
  show(<TakesPage project={project} />)
  expect(await card(1)).toHaveTextContent('Filmed')
  expect(await card(2)).toHaveTextContent('Rendering')
  expect(await card(3)).toHaveTextContent('Venice gave up.')
  expect(await card(4)).toHaveTextContent('Not filmed yet')
  expect(screen.getByText('1 of 4 shots have their picture')).toBeVisible()
  expect(await screen.findByText('1 rendering, about 1 min left')).toBeVisible()
  expect(screen.getByRole('progressbar', { name: 'Progress' })).toHaveAttribute(
    'aria-valuenow',
    expect.stringMatching(/^5\d$/),
  )
})

it('chooses a take, in the panel and while comparing', async () => {
  const takes = [aTake(), aTake({ id: 't5', chosen: false })]
  const asked = studioWith({ [`GET ${at}/takes`]: takes, [`POST ${at}/takes/choose`]: takes })
  show(<TakesPage project={project} />)
  await userEvent.click(await card(1))
  expect(location.search).toBe('?shot=1')
  const panel = screen.getByRole('complementary', { name: 'Shot 1' })
  await userEvent.click(within(panel).getByRole('button', { name: 'Choose, Take 2' }))
  await waitFor(() =>
    expect(sent(asked, `/projects/${projectId}/takes/choose`)[0]?.body).toEqual({
      shotId: shotId(1),
      takeId: 't5',
      footageId: null,
    }),
  )
  await userEvent.click(within(panel).getByRole('button', { name: 'Compare over the song' }))
  await screen.findByRole('dialog', { name: 'Takes of shot 1' })
  expect(songPlayer.now.loop).toEqual({ start: 0, end: 16 })
  await userEvent.keyboard('2')
  await waitFor(() => expect(sent(asked, `/projects/${projectId}/takes/choose`)).toHaveLength(2))
})

it('offers each trouble its own ways out', async () => {
  const again = `/projects/${projectId}/takes/again`
  const desk = [
    aDeskCard({
      kind: 'wordsRefused',
      sentence: 'Venice will not show this.',
      ways: [
        { act: 'softerWords', label: 'Try the softer words', price: 500_000, prompt: 'A calm boat.', route: again },
        { act: 'otherModel', label: 'Try Lagoon', price: 620_000, difference: 120_000, model: 'lagoon', route: again },
        { act: 'otherStill', label: 'Give the shot another still' },
      ],
    }),
    aDeskCard({
      id: 't3',
      shotId: shotId(3),
      number: 3,
      kind: 'uncertain',
      ways: [
        { act: 'charged', label: 'It was charged', route: '/clips/t3/charged' },
        { act: 'sendAgain', label: 'Send again', price: 500_000, route: '/clips/t3/resend' },
      ],
    }),
    aDeskCard({
      id: projectId,
      of: 'project',
      kind: 'budget',
      shotId: null,
      number: null,
      sentence: 'Too dear.',
      ways: [{ act: 'raiseBudget', label: 'Raise the budget', price: 3_000_000 }],
    }),
  ]
  const asked = studioWith({ [`GET ${at}/desk`]: desk, [`POST /api${again}`]: [], 'POST /api/clips/t3/charged': {} })
  show(<TakesPage project={project} />)
  const refused = await screen.findByRole('listitem', { name: 'Shot 2: Words refused' })
  expect(refused).toHaveTextContent('It cost nothing.')
  await userEvent.type(within(refused).getByLabelText('Words that Venice suggests'), ' At dusk.')
  await userEvent.click(within(refused).getByRole('button', { name: /Film with these words.*\$0\.50/ }))
  await waitFor(() =>
    expect(sent(asked, again)[0]?.body).toEqual({
      takeId: 't2',
      prompt: 'A calm boat. At dusk.',
      model: null,
      shownEach: 500_000,
    }),
  )
  await userEvent.click(await within(refused).findByRole('button', { name: /Try Lagoon, \$0\.12 more.*\$0\.62/ }))
  await waitFor(() => expect(sent(asked, again)[1]?.body).toMatchObject({ model: 'lagoon', shownEach: 620_000 }))
  const keys = sent(asked, again).map((one) => one.headers.get('Idempotency-Key'))
  expect(new Set(keys).size).toBe(2)
  expect(within(refused).getByRole('link', { name: 'Give the shot another still' })).toHaveAttribute(
    'href',
    `/projects/${projectId}/storyboard?shot=2`,
  )
  const unsure = screen.getByRole('listitem', { name: 'Shot 3: Sent or not?' })
  await userEvent.click(within(unsure).getByRole('button', { name: 'It was charged' }))
  await waitFor(() => expect(sent(asked, '/clips/t3/charged')).toHaveLength(1))
  expect(screen.getByRole('link', { name: 'Raise the budget · by $3.00' })).toBeVisible()
})

it('brings footage of one’s own for a shot', async () => {
  class FakeXhr {
    status = 200
    responseText = JSON.stringify({ id: 'u1', name: 'own.mp4', bytes: 4, received: 4, chunkBytes: 8 })
    upload = {}
    onload: () => void = () => undefined
    open() {}
    setRequestHeader() {}
    abort() {}
    send() {
      queueMicrotask(() => this.onload())
    }
  }
  vi.stubGlobal('XMLHttpRequest', FakeXhr)
  const asked = studioWith({
    'POST /api/uploads': { id: 'u1', name: 'own.mp4', bytes: 4, received: 0, chunkBytes: 8 },
    [`POST ${at}/footage`]: aTake({ clip: null }),
  })
  show(<TakesPage project={project} />)
  await userEvent.click(await card(2))
  await userEvent.upload(screen.getByTestId('footage-file'), new File(['film'], 'own.mp4', { type: 'video/mp4' }))
  await waitFor(() =>
    expect(sent(asked, `/projects/${projectId}/footage`)[0]?.body).toEqual({ shotId: shotId(2), uploadId: 'u1' }),
  )
})
