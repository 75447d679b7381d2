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
