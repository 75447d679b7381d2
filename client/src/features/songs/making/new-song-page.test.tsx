import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Sound, SoundModel } from '@/api/sounds'
import { fakeStudio, quietStudio, show, type Asked } from '@/test/fake-studio'
import { aTrack, songId } from '@/test/song-examples'
import { NewSongPage } from './new-song-page'
import { emptySound, lackOf, secondsOf, settingsFor, wordChoices } from './sound-draft'

function aModel(different: Partial<SoundModel> = {}): SoundModel {
  return {
    id: 'tide',
    name: 'Tide',
    kind: 'music',
    private: true,
    beta: false,
    available: true,
    promptLeast: 3,
    promptLimit: 40,
    lyrics: 'optional',
    lyricsLimit: 100,
    instrumental: true,
    writesLyrics: true,
    loop: false,
    language: false,
    speed: null,
    length: { options: [], least: 10, most: 240, usual: 120 },
    voices: [],
    ...different,
  }
}

function aSound(different: Partial<Sound> = {}): Sound {
  return {
    id: 's1',
    batchId: 'b1',
    settings: { kind: 'music', model: 'tide', prompt: 'dusty drums' },
    kind: 'music',
    model: 'tide',
    modelName: 'Tide',
    prompt: 'dusty drums',
    status: 'done',
    cancelAsked: false,
    quoted: 240_000,
    paid: 240_000,
    media: { ...aTrack().media, id: 's1m', url: '/api/media/s1m' },
    createdAt: new Date().toISOString(),
    ...different,
  }
}

function studioWith(sounds: Sound[], answers: Record<string, unknown> = {}) {
  return fakeStudio({
    ...quietStudio,
    'GET /api/sounds/models': [aModel()],
    'GET /api/sounds': { items: sounds, next: null },
    'POST /api/sounds/quote': ({ body }: Asked) => {
      const { variations } = body as { variations: number }
      return { each: 240_000, total: 240_000 * variations, variations, withinBudget: true }
    },
    ...answers,
  })
}

beforeEach(() => {
  history.replaceState(null, '', '/songs/new')
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined)
})

describe('an order', () => {
  it('says only what its model takes', () => {
    const draft = { ...emptySound, prompt: 'fog horns', lyrics: 'la la', words: 'own' as const, seconds: 500 }
    expect(settingsFor(draft, aModel())).toEqual({
      kind: 'music',
      model: 'tide',
      prompt: 'fog horns',
      lyrics: 'la la',
      seconds: 240,
    })
    const plain = aModel({ lyrics: 'no', writesLyrics: false, instrumental: false, length: null })
    expect(settingsFor(draft, plain)).toEqual({ kind: 'music', model: 'tide', prompt: 'fog horns' })
    expect(wordChoices(aModel({ lyrics: 'required', writesLyrics: false }))).toEqual(['own'])
    expect(secondsOf(draft, aModel({ length: { options: [30, 60] } }))).toBe(60)
  })

  it('takes over a loop, a language and a speed only where its model has them, and never a usual one', () => {
    const draft = { ...emptySound, prompt: 'fog', loop: true, language: 'it', speed: 2 }
    expect(settingsFor(draft, aModel())).not.toHaveProperty('speed')
    const able = aModel({ loop: true, language: true, speed: { least: 0.7, most: 1.2, usual: 1 } })
    expect(settingsFor(draft, able)).not.toHaveProperty('language')
    expect(settingsFor({ ...draft, words: 'written' }, able)).toMatchObject({ loop: true, language: 'it', speed: 1.2 })
    expect(settingsFor({ ...draft, speed: 1 }, able)).not.toHaveProperty('speed')
  })

  it('names a language as its reader wants it', () => {
    const reader = { kind: 'speech', lyrics: 'no', language: true } as const
    const draft = { ...emptySound, prompt: 'Acqua alta', language: 'it' }
    expect(settingsFor(draft, aModel({ ...reader, id: 'tts-xai-1' })).language).toBe('it')
    expect(settingsFor(draft, aModel({ ...reader, id: 'tts-qwen3-0-6b' })).language).toBe('Italian')
  })

  it('says what it lacks', () => {
    expect(lackOf(emptySound, aModel())?.sentence).toBe('Say what it should sound like.')
    expect(lackOf({ ...emptySound, prompt: 'x'.repeat(41) }, aModel())?.sentence).toMatch(/takes 40 characters/)
    expect(lackOf({ ...emptySound, prompt: 'fog', words: 'own' }, aModel())?.field).toBe('lyrics')
    expect(lackOf({ ...emptySound, prompt: 'fog' }, aModel())).toBeNull()
  })
})

it('shows the price of all versions first, and orders them once', async () => {
  const asked = studioWith([], { 'POST /api/sounds': [aSound({ status: 'reserved' })] })
  show(<NewSongPage />)
  await userEvent.type(await screen.findByLabelText('What it sounds like'), 'dusty drums')
  await userEvent.click(screen.getByRole('radio', { name: '2' }))
  await userEvent.click(await screen.findByRole('button', { name: /Make 2 versions.*\$0\.48/ }))
  await waitFor(() => expect(asked.some((one) => one.call === 'POST /api/sounds')).toBe(true))
  const order = asked.find((one) => one.call === 'POST /api/sounds')
  expect(order?.body).toMatchObject({ model: 'tide', prompt: 'dusty drums', variations: 2, shownEach: 240_000 })
  expect(order?.headers.get('Idempotency-Key')).toBeTruthy()
})

it('offers a loop, a language and a speed to the models that have them, and orders what was set', async () => {
  const able = aModel({
    id: 'reed',
    name: 'Reed',
    loop: true,
    language: true,
    lyrics: 'no',
    voices: ['Marina', 'Zorzi'],
    speed: { least: 0.7, most: 1.2, usual: 1 },
  })
  const asked = studioWith([], {
    'GET /api/sounds/models': [aModel(), able],
    'POST /api/sounds': [aSound({ status: 'reserved' })],
  })
  show(<NewSongPage />)
  await userEvent.type(await screen.findByLabelText('What it sounds like'), 'rain on a roof')
  for (const name of ['Loop', 'Language', 'Speed']) expect(screen.queryByLabelText(name)).not.toBeInTheDocument()

  await userEvent.click(screen.getByRole('button', { name: 'Model' }))
  await userEvent.click(await screen.findByRole('option', { name: /Reed/ }))
  await userEvent.click(screen.getByRole('switch', { name: 'Loop' }))
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Language' }), 'Italian')
  fireEvent.change(screen.getByRole('slider', { name: 'Speed' }), { target: { value: '0.85' } })
  expect(screen.getByRole('slider', { name: 'Speed' })).toHaveAttribute('aria-valuetext', '0.85 ×')
  await userEvent.click(await screen.findByRole('button', { name: /Make it.*\$0\.24/ }))
  await waitFor(() => expect(asked.some((one) => one.call === 'POST /api/sounds')).toBe(true))
  const order = asked.find((one) => one.call === 'POST /api/sounds')
  expect(order?.body).toMatchObject({ model: 'reed', loop: true, language: 'it', speed: 0.85 })
})

it('asks about a version that was perhaps charged, and sends it again when told to', async () => {
  const lost = aSound({ status: 'uncertain', media: null, paid: 0 })
  const asked = studioWith([lost], { 'POST /api/sounds/s1/again': aSound({ status: 'reserved' }) })
  show(<NewSongPage />)
  expect(await screen.findByText('Was this one charged?')).toBeVisible()
  expect(screen.getByRole('button', { name: 'It was charged' })).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Send again · $0.24' }))
  await waitFor(() => expect(asked.some((one) => one.call === 'POST /api/sounds/s1/again')).toBe(true))
})

it('says at its place what is missing, and orders nothing', async () => {
  const asked = studioWith([])
  show(<NewSongPage />)
  await userEvent.click(await screen.findByRole('button', { name: /Make it.*\$0\.24/ }))
  expect(await screen.findByText('Say what it should sound like.')).toBeVisible()
  expect(asked.some((one) => one.call === 'POST /api/sounds')).toBe(false)
})

it('makes the chosen version a song', async () => {
  studioWith([aSound()], { 'POST /api/sounds/s1/track': aTrack({ source: 'venice' }) })
  show(<NewSongPage />)
  const list = await screen.findByRole('list', { name: 'Versions' })
  expect(within(list).getByRole('button', { name: 'Play dusty drums' })).toBeVisible()
  await userEvent.click(within(list).getByRole('button', { name: 'Take this one' }))
  await waitFor(() => expect(location.pathname).toBe(`/songs/${songId}`))
})

it('says why a version failed, and tries again at its price', async () => {
  const failed = aSound({
    status: 'failed',
    media: null,
    paid: 0,
    failure: { kind: 'refused', sentence: 'Venice will not make this. Say it another way.', canCollectAgain: false },
  })
  const asked = studioWith([failed], { 'POST /api/sounds/s1/retry': [aSound({ status: 'reserved' })] })
  show(<NewSongPage />)
  expect(await screen.findByText('Venice will not make this. Say it another way.')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Try again · $0.24' }))
  await waitFor(() => expect(asked.some((one) => one.call === 'POST /api/sounds/s1/retry')).toBe(true))
  const retry = asked.find((one) => one.call === 'POST /api/sounds/s1/retry')
  expect(retry?.query.get('shownEach')).toBe('240000')
  expect(retry?.headers.get('Idempotency-Key')).toBeTruthy()
})

it('says what will be here', async () => {
  studioWith([])
  show(<NewSongPage />)
  expect(await screen.findByText('Versions will be here')).toBeVisible()
})
