import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Clip } from '@/api/clips'
import { loadDraft } from '@/lib/draft'
import { aBatch, aClip, aClipWithout, aModel } from '@/test/examples'
import { fakeStudio, quietStudio, Refusal, show, type Asked } from '@/test/fake-studio'
import { QueuePage } from './queue-page'

const id = aClip().id

function studioWith(clips: Clip[], answers: Record<string, unknown> = {}) {
  return fakeStudio({
    ...quietStudio,
    'GET /api/clips/batches': { items: clips.length > 0 ? [aBatch(clips)] : [], next: null },
    'GET /api/catalog/video-models': [aModel({ id: 'tide', name: 'Tide' })],
    ...answers,
  })
}

const sent = (asked: readonly Asked[], act: string) =>
  asked.filter((one) => one.call === `POST /api/clips/${id}/${act}`)

beforeEach(() => history.replaceState(null, '', '/queue'))

it('begins with one act when nothing was ordered yet', async () => {
  studioWith([])
  show(<QueuePage />)
  expect(await screen.findByText('No orders yet')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Create a clip' })).toHaveAttribute('href', '/create')
})

it('says why it cannot list the orders, and lists them when asked again', async () => {
  let broken = true
  studioWith([], {
    'GET /api/clips/batches': () =>
      broken ? new Refusal(409, { detail: 'The studio is closing.' }) : { items: [aBatch([aClip()])], next: null },
  })
  show(<QueuePage />)
  expect(await screen.findByText('The studio is closing.')).toBeVisible()
  broken = false
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('a gondola at dusk')).toBeVisible()
})

it('tells of each shot of a video what it is made from, and leads there instead of away from it', async () => {
  const project = { id: 'p1', title: 'Acqua alta' }
  const shot = (id: string, prompt: string, duration: string, different: Partial<Clip> = {}) =>
    aClip({ id, project, settings: { ...aClip().settings, prompt, duration }, ...different })
  studioWith([
    shot('2', 'lamps on the water', '6s', {
      status: 'failed',
      media: null,
      failure: {
        kind: 'content-policy',
        sentence: 'Refused.',
        suggestedPrompt: 'lanterns on the water',
        recommendedModel: 'tide',
        refunded: true,
        canCollectAgain: false,
      },
    }),
    shot('1', 'a gondola at dusk', '4s'),
  ])
  show(<QueuePage />)
  expect(await screen.findByRole('link', { name: 'Acqua alta' })).toHaveAttribute('href', '/projects/p1/takes')
  expect(within(screen.getByRole('listitem', { name: 'Clip 2' })).getByText('a gondola at dusk')).toBeVisible()
  expect(screen.getAllByRole('listitem', { name: /^Clip/ }).map((row) => row.ariaLabel)).toEqual(['Clip 1', 'Clip 2'])
  const failed = within(screen.getByRole('listitem', { name: 'Clip 1' }))
  expect(failed.getByText('lamps on the water')).toBeVisible()
  expect(failed.getByText('Lagoon · 6 s · 16:9 · 720p · sound on')).toBeVisible()
  expect(failed.getByRole('link', { name: 'Open in its video' })).toHaveAttribute('href', '/projects/p1/takes')
  // What it leads to in Create would be a clip of no video.
  expect(failed.queryByRole('button', { name: /Use these words|Tide|Change/ })).not.toBeInTheDocument()
})

it('tells two shots of the same words apart by what they were ordered with', async () => {
  studioWith([aClip({ id: '1' }), aClip({ id: '2', settings: { ...aClip().settings, duration: '8s' } })])
  show(<QueuePage />)
  const longer = await screen.findByRole('listitem', { name: 'Clip 2' })
  expect(within(longer).getByText(/^Lagoon · 8 s/)).toBeVisible()
})

describe('an order as large as a film', () => {
  const project = { id: 'p1', title: 'Acqua alta' }
  const refused = aClipWithout({
    id: 'refused',
    project,
    status: 'failed',
    failure: { kind: 'refused', sentence: 'Refused.', refunded: null, canCollectAgain: false },
  })
  const film = aBatch([refused], {
    tally: { clips: 60, inLine: 20, working: 8, attention: 0, done: 31, failed: 1, cancelled: 0 },
    matching: 60,
    quoted: 12_600_000,
    paid: 8_190_000,
  })
  const shots = Array.from({ length: 60 }, (_, index) =>
    aClip({
      id: `s${index}`,
      project,
      shot: index + 1,
      settings: { ...aClip().settings, prompt: `picture ${index + 1}` },
    }),
  )
  const pages = ({ query }: Asked) =>
    query.get('before') ? { items: shots.slice(40), next: null } : { items: shots.slice(0, 40), next: 'further' }

  it('is told by its numbers, its money and what went wrong', async () => {
    const asked = studioWith([], { 'GET /api/clips/batches': { items: [film], next: null } })
    show(<QueuePage />)
    expect(await screen.findByRole('link', { name: 'Acqua alta' })).toBeVisible()
    expect(screen.getByText(/^60 shots/)).toBeVisible()
    expect(screen.getByRole('progressbar', { name: 'Clips that are done' })).toHaveAttribute('aria-valuenow', '52')
    for (const words of ['31 done', '8 working', '20 in line', '1 failed', '$12.60', '$8.19']) {
      expect(screen.getByText(words)).toBeVisible()
    }
    expect(screen.queryByText(/cancelled|need/)).not.toBeInTheDocument()
    expect(screen.getByText('Refused.')).toBeVisible()
    expect(screen.getAllByRole('listitem', { name: /^Clip/ })).toHaveLength(1)
    expect(asked.filter((one) => one.call === 'GET /api/clips')).toEqual([])
  })

  it('shows each of its clips on demand, in the order of the film, and hides them again', async () => {
    studioWith([], { 'GET /api/clips/batches': { items: [film], next: null }, 'GET /api/clips': pages })
    show(<QueuePage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Show all 60 shots' }))
    expect(await screen.findByText('picture 40')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }))
    expect(await screen.findByText('picture 60')).toBeVisible()
    expect(screen.getAllByText(/^picture/).map((one) => one.textContent)).toEqual(
      shots.map((_, index) => `Shot ${index + 1}picture ${index + 1}`),
    )
    const last = within(screen.getByRole('listitem', { name: 'Shot 60' }))
    expect(last.getByRole('link', { name: 'Open in its video' })).toHaveAttribute('href', '/projects/p1/takes?shot=60')
    await userEvent.click(screen.getByRole('button', { name: 'Show fewer' }))
    expect(screen.getAllByRole('listitem', { name: /^Clip/ })).toHaveLength(1)
  })

  it('asks under a filter only for the clips that fit it', async () => {
    history.replaceState(null, '', '/queue?show=working')
    const working = { ...film, matching: 28, clips: [] }
    const asked = studioWith([], {
      'GET /api/clips/batches': { items: [working], next: null },
      'GET /api/clips': pages,
    })
    show(<QueuePage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Show all 28 shots' }))
    await waitFor(() => expect(asked.some((one) => one.call === 'GET /api/clips')).toBe(true))
    const query = asked.find((one) => one.call === 'GET /api/clips')?.query
    expect([query?.get('batch'), query?.get('filter')]).toEqual([film.id, 'working'])
  })
})

it('shows real progress, and "longer than usual" instead of the last percent', async () => {
  const asOf = new Date().toISOString()
  studioWith([
    aClipWithout({
      id: '1',
      status: 'working',
      paid: 420_000,
      progress: { elapsedSeconds: 50, averageSeconds: 200, asOf },
    }),
    aClipWithout({
      id: '2',
      status: 'working',
      paid: 420_000,
      progress: { elapsedSeconds: 250, averageSeconds: 200, asOf },
    }),
  ])
  show(<QueuePage />)
  const [first, second] = await screen.findAllByRole('progressbar')
  expect(first).toHaveAttribute('aria-valuenow', '25')
  expect(second).not.toHaveAttribute('aria-valuenow')
  expect(screen.getByText(/longer than usual \(about 3:20\)/)).toBeVisible()
})

it('keeps the filter in the address', async () => {
  const asked = studioWith([])
  show(<QueuePage />)
  await userEvent.click(await screen.findByRole('tab', { name: /Needs you/ }))
  expect(location.search).toBe('?show=attention')
  await waitFor(() => expect(asked.some((one) => one.query.get('filter') === 'attention')).toBe(true))
})

describe('an order of which nobody knows whether it was taken', () => {
  const uncertain = aClipWithout({ status: 'uncertain' })

  it('shows the amount and the balance, and sends nothing by itself', async () => {
    const asked = studioWith([uncertain])
    show(<QueuePage />)
    expect(await screen.findByText('Was this one charged?')).toBeVisible()
    expect(await screen.findByText('$5.00')).toBeVisible()
    expect(asked.filter((one) => one.call.startsWith('POST'))).toEqual([])
  })

  it('ends as charged, or is sent again, as the person says', async () => {
    const asked = studioWith([uncertain], {
      [`POST /api/clips/${id}/charged`]: uncertain,
      [`POST /api/clips/${id}/resend`]: uncertain,
    })
    show(<QueuePage />)
    await userEvent.click(await screen.findByRole('button', { name: 'It was charged' }))
    await waitFor(() => expect(sent(asked, 'charged')).toHaveLength(1))
    await userEvent.click(screen.getByRole('button', { name: 'Send again · $0.42' }))
    await waitFor(() => expect(sent(asked, 'resend')).toHaveLength(1))
  })
})

it('goes on after a consent only when a person has ticked all three statements', async () => {
  const consent = {
    flow: 'faces',
    version: 'v2',
    policyText: 'You may use these faces.',
    docsUrl: 'javascript:alert(1)',
    faceRoles: ['image'],
  }
  const clip = aClipWithout({ status: 'needsConsent', consent })
  const asked = studioWith([clip], { [`POST /api/clips/${id}/consent`]: clip })
  show(<QueuePage />)
  expect(await screen.findByText('You may use these faces.')).toBeVisible()
  const boxes = screen.getAllByRole('checkbox')
  boxes.forEach((box) => expect(box).not.toBeChecked())
  const agree = screen.getByRole('button', { name: /Agree and go on/ })
  await userEvent.click(agree)
  expect(screen.getByText(/All three are needed/)).toBeVisible()
  expect(sent(asked, 'consent')).toEqual([])
  for (const box of boxes) await userEvent.click(box)
  await userEvent.click(agree)
  await waitFor(() =>
    expect(sent(asked, 'consent')[0]?.body).toEqual({
      termsAndPrivacy: true,
      legalRight: true,
      screeningAcknowledged: true,
    }),
  )
  expect(screen.getByText('More about this').closest('a')).not.toHaveAttribute('href')
})

it('asks about a changed price, and goes on at exactly the one shown', async () => {
  const clip = aClipWithout({ status: 'priceChanged', newPrice: 510_000 })
  const asked = studioWith([clip], { [`POST /api/clips/${id}/price`]: clip })
  show(<QueuePage />)
  await userEvent.click(await screen.findByRole('button', { name: /Go on.*\$0\.51/ }))
  await waitFor(() => expect(sent(asked, 'price')[0]?.body).toEqual({ shownEach: 510_000 }))
})

describe('cancelling', () => {
  it('ends an order that is still in line at once', async () => {
    const clip = aClipWithout({ status: 'reserved' })
    const asked = studioWith([clip], { [`POST /api/clips/${id}/cancel`]: clip })
    show(<QueuePage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(sent(asked, 'cancel')).toHaveLength(1))
  })

  it('first says that a paid clip is spent and still fetched', async () => {
    const clip = aClipWithout({ status: 'working', paid: 420_000 })
    const asked = studioWith([clip], { [`POST /api/clips/${id}/cancel`]: clip })
    show(<QueuePage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }))
    expect(await screen.findByText(/\$0\.42 is spent either way/)).toBeVisible()
    expect(sent(asked, 'cancel')).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Give it up' }))
    await waitFor(() => expect(sent(asked, 'cancel')).toHaveLength(1))
  })
})

describe('an order that failed', () => {
  const failure = {
    kind: 'refused',
    sentence: 'These words are not allowed.',
    suggestedPrompt: 'a boat',
    recommendedModel: 'tide',
    refunded: null,
    canCollectAgain: false,
  }
  const failed = aClipWithout({ status: 'failed', failure })

  it('says only once that it cost nothing', async () => {
    studioWith([
      aClipWithout({ status: 'failed', failure: { ...failure, sentence: 'Not allowed. Nothing was charged.' } }),
    ])
    show(<QueuePage />)
    expect(await screen.findByText('Not allowed. Nothing was charged.')).toBeVisible()
    expect(screen.queryByText('It cost nothing.')).toBeNull()
  })

  it('says why, what it cost, and takes the suggested words to Create', async () => {
    studioWith([failed])
    show(<QueuePage />)
    expect(await screen.findByText('These words are not allowed.')).toBeVisible()
    expect(screen.getByText('It cost nothing.')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Use these words' }))
    expect(location.pathname).toBe('/create')
    expect(loadDraft('a1')).toMatchObject({ prompt: 'a boat', model: 'lagoon', duration: '5s' })
  })

  it('takes the recommended model to Create', async () => {
    studioWith([failed])
    show(<QueuePage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Use Tide instead' }))
    expect(loadDraft('a1')).toMatchObject({ prompt: 'a gondola at dusk', model: 'tide' })
  })

  it('is ordered anew under a key of its own', async () => {
    const asked = studioWith([failed], { [`POST /api/clips/${id}/retry`]: [failed] })
    show(<QueuePage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Try again · $0.42' }))
    await waitFor(() => expect(sent(asked, 'retry')[0]?.headers.get('Idempotency-Key')).toBeTruthy())
  })

  it('is fetched again without paying when Venice still has it', async () => {
    const clip = aClipWithout({
      status: 'failed',
      paid: 420_000,
      failure: { ...failure, refunded: false, canCollectAgain: true },
    })
    const asked = studioWith([clip], { [`POST /api/clips/${id}/collect`]: clip })
    show(<QueuePage />)
    expect(await screen.findByText('It cost $0.42.')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Fetch it again · already paid' }))
    await waitFor(() => expect(sent(asked, 'collect')).toHaveLength(1))
  })

  it('leaves the others of its batch untouched', async () => {
    studioWith([failed, aClip({ id: 'sibling' })])
    show(<QueuePage />)
    const rows = within(await screen.findByRole('list', { name: 'Clips of this order' })).getAllByRole('listitem')
    expect(rows).toHaveLength(2)
    expect(screen.getByRole('link', { name: 'Watch' })).toHaveAttribute('href', '/clips/sibling')
  })
})
