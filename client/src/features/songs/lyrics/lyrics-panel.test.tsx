import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Sound } from '@/api/sounds'
import type { Lyrics } from '@/api/track-types'
import { songPlayer } from '@/lib/song-player'
import { fakeStudio, quietStudio, show, type Asked } from '@/test/fake-studio'
import { aHearing, aTrack, aWaveform, noLyrics, songId } from '@/test/song-examples'
import { SongPage } from '../song-page'

const at = `/api/tracks/${songId}`

async function openLyrics(first: Lyrics, answers: Record<string, unknown> = {}) {
  const asked = fakeStudio({
    ...quietStudio,
    [`GET ${at}`]: aTrack(),
    [`GET ${at}/hearing`]: aHearing(),
    [`GET ${at}/lyrics`]: first,
    [`GET ${at}/lyrics/price`]: { model: 'scribe', modelName: 'Scribe', price: 31_000, withinBudget: true },
    [`GET ${at}/waveform`]: () => new Response(aWaveform([[-10, 10, 1, 1, 1]])),
    ...answers,
  })
  show(<SongPage id={songId} />)
  await userEvent.click(await screen.findByRole('tab', { name: 'Lyrics' }))
  return asked
}

const timed: Lyrics = {
  text: 'Water in the square\nChairs are floating\nAcqua alta',
  instrumental: false,
  lines: [
    { text: 'Water in the square', start: 4, end: 7, support: 'heard', words: [] },
    { text: 'Chairs are floating', start: 8, end: 11, support: 'interpolated', words: [] },
    { text: 'Acqua alta', start: null, end: null, support: 'none', words: [] },
  ],
  recognition: null,
}

beforeEach(() => {
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async () => undefined)
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined)
  songPlayer.unload()
})

it('takes pasted words as they were typed', async () => {
  const asked = await openLyrics(noLyrics, { [`PUT ${at}/lyrics`]: timed })
  await userEvent.click(await screen.findByRole('button', { name: 'Paste the words' }))
  await userEvent.type(screen.getByRole('textbox', { name: 'Lyrics' }), 'Water in the SQUARE')
  await userEvent.click(screen.getByRole('button', { name: 'Keep the words' }))
  const list = await screen.findByRole('list', { name: 'Lyrics' })
  expect(asked.find((one) => one.call.startsWith('PUT'))?.body).toEqual({ text: 'Water in the SQUARE' })
  const [heard, guessed, untimed] = within(list).getAllByRole('listitem')
  expect(heard?.textContent).toBe('0:04.00Water in the square')
  expect(guessed?.textContent).toContain('a guess')
  expect(untimed?.textContent).toContain('no time yet')
})

it('has words recognised at the price on the button, once', async () => {
  const working = { ...noLyrics, recognition: { state: 'working', model: 'scribe', trusted: true } }
  const asked = await openLyrics(noLyrics, { [`POST ${at}/lyrics/recognise`]: working })
  await userEvent.click(await screen.findByRole('button', { name: /Recognise the words.*\$0\.03/ }))
  expect(await screen.findByText('Listening to the words')).toBeVisible()
  const orders = asked.filter((one) => one.call.endsWith('/recognise'))
  expect(orders.map((one: Asked) => one.body)).toEqual([{ model: 'scribe', shownPrice: 31_000 }])
  expect(orders[0]?.headers.get('Idempotency-Key')).toMatch(/^[0-9a-f-]{36}$/)
})

const lost = {
  ...noLyrics,
  recognition: { state: 'failed', model: 'scribe', sentence: 'Lost.', trusted: false },
} as const

function aRecognition(different: Partial<Sound> = {}): Sound {
  return {
    id: 'r1',
    batchId: 'b1',
    kind: 'lyrics',
    model: 'scribe',
    modelName: 'Scribe',
    prompt: 'Acqua alta',
    settings: { kind: 'lyrics', model: 'scribe', prompt: 'Acqua alta' },
    status: 'uncertain',
    quoted: 31_000,
    paid: 0,
    failure: { kind: 'uncertain', sentence: 'The line broke before Venice answered.', canCollectAgain: false },
    cancelAsked: false,
    trackId: songId,
    createdAt: '2026-11-20T20:00:00Z',
    submittedAt: '2026-11-20T20:00:05Z',
    ...different,
  }
}

it.each([
  ['It was charged', 'POST /api/sounds/r1/charged'],
  ['Send again · $0.03', 'POST /api/sounds/r1/again'],
])('asks whether a recognition was charged whose answer was lost: %s', async (button, call) => {
  let answered = false
  const asked = await openLyrics(lost, {
    'GET /api/sounds': ({ query }: Asked) => ({
      items: [aRecognition({ trackId: 'another' }), aRecognition({ status: answered ? 'failed' : 'uncertain' })],
      next: query.get('kind') === 'lyrics' ? null : 'wrong kind',
    }),
    [call]: () => {
      answered = true
      return aRecognition({ status: 'failed' })
    },
  })
  expect(await screen.findByText('Was this one charged?')).toBeVisible()
  expect(screen.getByText('The line broke before Venice answered.')).toBeVisible()
  expect(await screen.findByRole('button', { name: /Recognise the words.*\$0\.03/ })).toHaveAttribute(
    'aria-disabled',
    'true',
  )
  await userEvent.click(screen.getByRole('button', { name: button }))
  expect(await screen.findByText('The words were not recognised')).toBeVisible()
  expect(screen.queryByText('Was this one charged?')).not.toBeInTheDocument()
  expect(asked.filter((one) => one.call === call)).toHaveLength(1)
})

it('goes on with a recognition at a new price only when told to', async () => {
  const asked = await openLyrics(lost, {
    'GET /api/sounds': { items: [aRecognition({ status: 'priceChanged', newPrice: 60_000 })], next: null },
    'POST /api/sounds/r1/price': aRecognition({ status: 'reserved' }),
  })
  await userEvent.click(await screen.findByRole('button', { name: /Go on.*\$0\.06/ }))
  await waitFor(() => expect(asked.some((one) => one.call === 'POST /api/sounds/r1/price')).toBe(true))
  expect(asked.find((one) => one.call.endsWith('/price') && one.body)?.body).toEqual({ shownEach: 60_000 })
})

it('says when recognised words cannot be trusted', async () => {
  await openLyrics({ ...timed, recognition: { state: 'done', model: 'scribe', trusted: false } })
  expect(await screen.findByText('The recognised words repeat themselves oddly')).toBeVisible()
})

it('accepts that a song has no words', async () => {
  const asked = await openLyrics(noLyrics, { [`PUT ${at}/lyrics`]: { ...noLyrics, instrumental: true } })
  await userEvent.click(await screen.findByRole('button', { name: 'It is instrumental' }))
  expect(await screen.findByRole('button', { name: 'It has words after all' })).toBeVisible()
  expect(asked.find((one) => one.call.startsWith('PUT'))?.body).toEqual({ instrumental: true })
})

it('offers timed words as a file', async () => {
  await openLyrics(timed)
  await userEvent.click(await screen.findByRole('button', { name: 'Export' }))
  expect((await screen.findAllByRole('menuitem')).map((item) => item.textContent)).toEqual(['LRC', 'SRT', 'VTT'])
})

it('times lines by hand while the song plays', async () => {
  const asked = await openLyrics(timed, { [`PUT ${at}/lyrics`]: timed })
  vi.spyOn(songPlayer, 'time', 'get').mockReturnValue(5)
  const audio = vi.spyOn(songPlayer, 'snapshot')
  await userEvent.click(await screen.findByRole('button', { name: 'Tap along' }))
  const pad = screen.getByRole('button', { name: /Press here or space/ })
  expect(pad).toHaveFocus()
  audio.mockReturnValue({ ...songPlayer.now, playing: true })
  songPlayer.setLoop(null)
  await screen.findByText('Press when this line begins')
  await userEvent.keyboard(' ')
  await userEvent.click(screen.getByRole('button', { name: 'Keep the times' }))
  await waitFor(() => expect(asked.some((one) => one.call.startsWith('PUT'))).toBe(true))
  const { lines } = asked.find((one) => one.call.startsWith('PUT'))?.body as { lines: { start: number | null }[] }
  expect(lines[0]?.start).toBeGreaterThan(4.5)
  expect(lines[0]?.start).toBeLessThanOrEqual(5)
})
