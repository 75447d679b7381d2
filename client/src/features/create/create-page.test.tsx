import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Schema } from '@/api/client'
import { loadDraft } from '@/lib/draft'
import { aClip, aClipWithout, aModel, anImageModel } from '@/test/examples'
import { fakeStudio, quietStudio, Refusal, show, silence, type Asked } from '@/test/fake-studio'
import { CreatePage } from './create-page'

const models = [aModel(), anImageModel(), aModel({ id: 'lagoon-2', name: 'Lagoon 2', durations: ['6s', '8s', '10s'] })]

function quote({ body }: Asked): Schema['ClipQuoteView'] {
  const { variations = 1 } = body as Schema['QuoteClips']
  const count = variations ?? 1
  return {
    each: 420_000,
    total: 420_000 * count,
    variations: count,
    leftForMember: null,
    leftForStudio: null,
    withinBudget: true,
  }
}

const studio = {
  ...quietStudio,
  'GET /api/catalog/video-models': models,
  'GET /api/catalog/price-hints': [{ modelId: 'lagoon', microDollars: 420_000, duration: '5s', resolution: '720p' }],
  'POST /api/clips/quote': quote,
}

const generate = () => screen.findByRole('button', { name: /^Generate/ })
const prompt = () => screen.findByRole('textbox', { name: 'Prompt' })
const orders = (asked: readonly Asked[]) => asked.filter((one) => one.call === 'POST /api/clips')

/** The page with a prompt, and its price on the button. */
async function openReady(answers: Record<string, unknown>) {
  const asked = fakeStudio({ ...studio, ...answers })
  show(<CreatePage />)
  await userEvent.type(await prompt(), 'a gondola')
  await screen.findByRole('button', { name: /\$0\.42/ })
  return asked
}

beforeEach(() => history.replaceState(null, '', '/create'))

it('shows what was made here; the takes of a video neither take its stage nor fill its list', async () => {
  const own = aClip({ settings: { ...aClip().settings, prompt: 'a paper boat' } })
  const running = aClipWithout({ id: 'w', status: 'working', settings: { ...own.settings, prompt: 'a lantern' } })
  const takes = [
    aClip({ id: 't', settings: { ...own.settings, prompt: 'a take' }, project: { id: 'p1', title: 'Film' } }),
  ]
  fakeStudio({
    ...studio,
    'GET /api/clips': ({ query }: Asked) => {
      const alone = query.get('alone') === 'true'
      return { items: !alone ? takes : query.get('filter') === 'done' ? [own] : [running, own], next: null }
    },
  })
  show(<CreatePage />)
  const last = within(await screen.findByRole('region', { name: 'Last clip' }))
  expect(await last.findByText('a paper boat')).toBeVisible()
  expect(within(await screen.findByRole('region', { name: 'Working now' })).getByText('a lantern')).toBeVisible()
  expect(screen.queryByText('a take')).not.toBeInTheDocument()
})

describe('Generate', () => {
  it('is never silent: pressed with nothing there, it leads to the prompt and orders nothing', async () => {
    const asked = fakeStudio(studio)
    show(<CreatePage />)
    await screen.findByRole('button', { name: /\$0\.42/ })
    await userEvent.click(await generate())
    expect(await prompt()).toHaveFocus()
    expect(await prompt()).toHaveAccessibleDescription(/Say what the clip should show/)
    expect(orders(asked)).toEqual([])
  })

  it('orders once, with exactly what the model takes, under a key of its own', async () => {
    const asked = await openReady({ 'POST /api/clips': [] })
    await userEvent.dblClick(await generate())
    await waitFor(() => expect(orders(asked)).toHaveLength(1))
    expect(orders(asked)[0]?.body).toEqual({
      model: 'lagoon',
      prompt: 'a gondola',
      duration: '5s',
      aspectRatio: '16:9',
      resolution: '720p',
      sound: true,
      variations: 1,
      shownEach: 420_000,
    })
    expect(orders(asked)[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('asks after the same order, not for a second one, when no answer came', async () => {
    let answers: unknown = silence
    const asked = await openReady({ 'POST /api/clips': () => answers })
    await userEvent.click(await generate())
    expect(await screen.findByText('No answer came')).toBeVisible()
    answers = []
    await userEvent.click(screen.getByRole('button', { name: 'Send again' }))
    await waitFor(() => expect(orders(asked)).toHaveLength(2))
    const [first, second] = orders(asked).map((one) => one.headers.get('Idempotency-Key'))
    expect(second).toBe(first)
  })

  it('asks again with the new price when it has changed, and orders at that one', async () => {
    const refusal = new Refusal(409, {
      type: 'price-changed',
      detail: 'Venice now asks $0.51 instead of $0.42.',
      newPrice: 510_000,
    })
    const asked = await openReady({
      'POST /api/clips': ({ body }: Asked) => ((body as Schema['OrderClips']).shownEach < 510_000 ? refusal : []),
    })
    await userEvent.click(await generate())
    await userEvent.click(await screen.findByRole('button', { name: /Generate.*\$0\.51/ }))
    await waitFor(() => expect(orders(asked)).toHaveLength(2))
    expect(orders(asked)[1]?.body).toMatchObject({ shownEach: 510_000 })
    const keys = orders(asked).map((one) => one.headers.get('Idempotency-Key'))
    expect(keys[1]).not.toBe(keys[0])
  })

  it('says what it would have cost when the budget stops it', async () => {
    const detail = 'Your budget for today has $0.90 left. Nothing was ordered.'
    await openReady({ 'POST /api/clips': new Refusal(402, { type: 'over-budget', detail, wouldCost: 1_680_000 }) })
    await userEvent.click(await generate())
    expect(await screen.findByText('Over budget: this would cost $1.68')).toBeVisible()
    expect(screen.getByText(detail)).toBeVisible()
  })

  it('says when Venice is expected back, and keeps everything', async () => {
    await openReady({
      'POST /api/clips': new Refusal(503, { type: 'venice-down', detail: 'Venice does not answer.', retryAfter: 40 }),
    })
    await userEvent.click(await generate())
    expect(await screen.findByText(/Venice is away until about \d\d:\d\d/)).toBeVisible()
    expect(await prompt()).toHaveValue('a gondola')
  })

  it('puts a refusal of one field beside that field', async () => {
    await openReady({
      'POST /api/clips': new Refusal(400, { type: 'bad-input', field: 'prompt', detail: 'Not these words.' }),
    })
    await userEvent.click(await generate())
    await waitFor(async () => expect(await prompt()).toHaveAccessibleDescription('Not these words.'))
    expect(await prompt()).toHaveFocus()
    await userEvent.type(await prompt(), '!')
    expect(await prompt()).not.toHaveAccessibleDescription('Not these words.')
  })

  it('shows the price of all variations together', async () => {
    await openReady({})
    await userEvent.click(
      within(screen.getByRole('radiogroup', { name: 'Variations' })).getByRole('radio', { name: '3' }),
    )
    expect(await screen.findByRole('button', { name: /Generate 3.*\$1\.26/ })).toBeVisible()
  })
})

describe('choosing a model', () => {
  async function choose(name: string) {
    await userEvent.click(await screen.findByRole('button', { name: 'Model' }))
    await userEvent.type(screen.getByRole('combobox', { name: 'Model' }), `${name}{Enter}`)
  }

  it('keeps what still fits and says in words what changed', async () => {
    await openReady({})
    await choose('lagoon 2')
    expect(await screen.findByText('5 s → 6 s: Lagoon 2 offers 6, 8 and 10 s.')).toBeVisible()
    expect(screen.getByRole('radio', { name: '16:9' })).toBeChecked()
    expect(await prompt()).toHaveValue('a gondola')
    await choose('lagoon')
    expect(await screen.findByRole('radio', { name: '5 s' })).toBeChecked()
  })

  it('shows only what the model takes, and asks for the picture that it needs', async () => {
    await openReady({})
    await choose('reef')
    expect(screen.queryByRole('radiogroup', { name: 'Ratio' })).not.toBeInTheDocument()
    expect(screen.queryByRole('switch', { name: 'Sound' })).not.toBeInTheDocument()
    await screen.findByRole('button', { name: /\$0\.42/ })
    await userEvent.click(await generate())
    const slot = screen.getByRole('button', { name: 'Add the start image' })
    await waitFor(() => expect(slot).toHaveFocus())
    expect(slot).toHaveAccessibleDescription('Reef needs a start image. Add one.')
  })
})

describe('the theme', () => {
  const written = (text: string) => new Response(text, { headers: { 'Content-Type': 'text/event-stream' } })

  it('becomes a prompt, and the old prompt can be brought back', async () => {
    const stream = 'data: {"text":"A slow"}\n\ndata: {"text":" dolly"}\n\ndata: {"done":true,"paid":1200}\n\n'
    await openReady({ 'POST /api/prompts': () => written(stream) })
    await userEvent.type(screen.getByRole('textbox', { name: 'Theme' }), 'canals')
    await userEvent.click(screen.getByRole('button', { name: 'Write the prompt' }))
    await waitFor(async () => expect(await prompt()).toHaveValue('A slow dolly'))
    expect(await screen.findByText('The last one cost <$0.01.')).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Bring the old prompt back' }))
    expect(await prompt()).toHaveValue('a gondola')
  })

  it('leaves the old prompt alone when the writing is refused', async () => {
    const refusal = 'data: {"problem":{"title":"Not at the moment","detail":"Venice is busy.","status":503}}\n\n'
    await openReady({ 'POST /api/prompts': () => written(refusal) })
    await userEvent.type(screen.getByRole('textbox', { name: 'Theme' }), 'canals')
    await userEvent.click(screen.getByRole('button', { name: 'Write the prompt' }))
    expect(await screen.findByText('Venice is busy.')).toBeVisible()
    expect(await prompt()).toHaveValue('a gondola')
  })

  it('keeps what arrived when the stream breaks off, and says so', async () => {
    await openReady({ 'POST /api/prompts': () => written('data: {"text":"A slow"}\n\n') })
    await userEvent.type(screen.getByRole('textbox', { name: 'Theme' }), 'canals')
    await userEvent.click(screen.getByRole('button', { name: 'Write the prompt' }))
    expect(await screen.findByText('The writing broke off')).toBeVisible()
    expect(await prompt()).toHaveValue('A slow')
  })
})

it('keeps the draft in the browser, so that a reload loses nothing', async () => {
  await openReady({})
  expect(loadDraft('a1')).toMatchObject({ prompt: 'a gondola', model: 'lagoon' })
})
