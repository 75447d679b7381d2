import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Corrections, Hearing, Track } from '@/api/track-types'
import { songPlayer } from '@/lib/song-player'
import { fakeStudio, quietStudio, Refusal, show, silence, type Asked } from '@/test/fake-studio'
import { aHearing, aTrack, aWaveform, corrections, noLyrics, songId } from '@/test/song-examples'
import { SongPage } from './song-page'

const at = `/api/tracks/${songId}`

/** A studio with one song, which keeps corrections the way the real one does. */
function studioWith(track: Track, answers: Record<string, unknown> = {}, first: Hearing = aHearing()) {
  let hearing = first
  return fakeStudio({
    ...quietStudio,
    [`GET ${at}`]: track,
    [`GET ${at}/hearing`]: () => hearing,
    [`GET ${at}/lyrics`]: noLyrics,
    [`GET ${at}/lyrics/price`]: { model: 'scribe', modelName: 'Scribe', price: 31_000, withinBudget: true },
    [`GET ${at}/waveform`]: () => new Response(aWaveform([[-10, 10, 1, 1, 1]])),
    [`PUT ${at}/corrections`]: ({ body }: Asked) => {
      const kept = body as Corrections
      if (kept.version !== hearing.corrections.version) return new Refusal(409, { type: 'stale', version: 9 })
      hearing = {
        ...hearing,
        tempo: 120 * 2 ** kept.octave,
        meter: kept.meter ?? 4,
        sections: kept.sections
          ? kept.sections.map((part) => ({ energy: 0.5, onsetDensity: 4, why: '', ...part }))
          : first.sections,
        corrections: { ...kept, version: kept.version + 1 },
      }
      return hearing
    },
    ...answers,
  })
}

const puts = (asked: readonly Asked[]) =>
  asked.filter((one) => one.call.endsWith('/corrections')).map((one) => one.body as Corrections)

beforeEach(() => {
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async () => undefined)
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined)
  songPlayer.unload()
})

it('says in words what was heard', async () => {
  studioWith(aTrack())
  show(<SongPage id={songId} />)
  expect(await screen.findByText('1:04 · 120 BPM · 4/4 · Sure of the beat')).toBeVisible()
  const table = screen.getByRole('table', { name: 'Sections of the song' })
  const rows = within(table).getAllByRole('row').slice(1)
  expect(rows.map((row) => within(row).getAllByRole('cell')[0]?.textContent)).toEqual(['0:00', '0:16', '0:40'])
  expect(screen.getByRole('slider', { name: 'Position in the song' })).toHaveAttribute('aria-valuemax', '64')
  expect(document.title).toContain('Acqua alta')
})

it('lists the bars as figures', async () => {
  studioWith(aTrack())
  show(<SongPage id={songId} />)
  await userEvent.click(await screen.findByRole('tab', { name: 'Bars' }))
  const table = await screen.findByRole('table', { name: 'Bars of the song' })
  expect(within(table).getAllByRole('row')[2]?.textContent).toMatch(/^2: go there0:02\.004120\.0Intro$/)
})

describe('correcting', () => {
  it('halves the tempo by key, keeps it, and takes it back', async () => {
    const asked = studioWith(aTrack())
    show(<SongPage id={songId} />)
    await screen.findByText('120 BPM')
    await userEvent.keyboard('h')
    expect(await screen.findByText('60 BPM')).toBeVisible()
    expect(puts(asked)).toMatchObject([{ octave: -1, version: 1 }])
    await userEvent.keyboard('{Control>}z{/Control}')
    expect(await screen.findByText('120 BPM')).toBeVisible()
    expect(puts(asked).at(-1)).toMatchObject({ octave: 0, version: 2 })
    await userEvent.click(screen.getByRole('button', { name: 'Redo' }))
    expect(await screen.findByText('60 BPM')).toBeVisible()
  })

  it('sends a burst of nudges as one', async () => {
    const asked = studioWith(aTrack())
    show(<SongPage id={songId} />)
    await screen.findByText('120 BPM')
    await userEvent.keyboard('...,')
    await waitFor(() => expect(puts(asked)).toMatchObject([{ nudgeMs: 10 }]))
    expect(screen.getByText('10 ms later')).toBeVisible()
  })

  it('renames a section, gives it a role, moves its edge to a bar, and joins it', async () => {
    const asked = studioWith(aTrack())
    show(<SongPage id={songId} />)
    await userEvent.click(await screen.findByRole('button', { name: /^Verse/ }))
    const inspector = screen.getByRole('region', { name: 'Section: Verse' })
    expect(within(inspector).getByText('Drums and bass come in.')).toBeVisible()
    await userEvent.type(within(inspector).getByLabelText('Name'), 'Rising water{Enter}')
    await screen.findByRole('region', { name: 'Section: Rising water' })
    await userEvent.selectOptions(screen.getByLabelText('Role'), 'Pre-chorus')
    const begins = screen.getByLabelText('Begins at')
    await userEvent.clear(begins)
    await userEvent.type(begins, '0:18.8{Enter}')
    await waitFor(() =>
      expect(puts(asked).at(-1)?.sections?.[1]).toMatchObject({ start: 18, name: 'Rising water', role: 'preChorus' }),
    )
    await userEvent.click(screen.getByRole('button', { name: 'Join with the next' }))
    await waitFor(() => expect(puts(asked).at(-1)?.sections).toHaveLength(2))
  })

  it('says when a time cannot be read', async () => {
    studioWith(aTrack())
    show(<SongPage id={songId} />)
    await userEvent.click(await screen.findByRole('button', { name: /^Verse/ }))
    await userEvent.type(screen.getByLabelText('Begins at'), ' soon{Enter}')
    expect(await screen.findByText('Minutes and seconds, as in 1:04.5.')).toBeVisible()
  })

  it('asks whose corrections count when another tab was faster', async () => {
    const theirs = aHearing({ tempo: 240, corrections: corrections({ version: 7, octave: 1 }) })
    let reads = 0
    const asked = studioWith(aTrack(), {
      [`GET ${at}/hearing`]: () => (reads++ === 0 ? aHearing() : theirs),
      [`PUT ${at}/corrections`]: ({ body }: Asked) => {
        const kept = body as Corrections
        if (kept.version !== 7) return new Refusal(409, { type: 'stale', version: 7 })
        return { ...theirs, tempo: 60, corrections: { ...kept, version: 8 } }
      },
    })
    show(<SongPage id={songId} />)
    await screen.findByText('120 BPM')
    await userEvent.keyboard('h')
    await userEvent.click(await screen.findByRole('button', { name: 'Keep mine' }))
    expect(await screen.findByText('60 BPM')).toBeVisible()
    expect(puts(asked).at(-1)).toMatchObject({ version: 7, octave: -1 })
  })

  it('keeps corrections on the page while the studio does not answer', async () => {
    studioWith(aTrack(), { [`PUT ${at}/corrections`]: silence })
    show(<SongPage id={songId} />)
    await screen.findByText('120 BPM')
    await userEvent.keyboard('.')
    expect(await screen.findByText('Not kept yet')).toBeVisible()
    expect(screen.getByText('5 ms later')).toBeVisible()
  })

  it('taps a tempo with the space bar and lays it over the song', async () => {
    const asked = studioWith(aTrack())
    show(<SongPage id={songId} />)
    await screen.findByText('120 BPM')
    await userEvent.keyboard('t')
    const pad = await screen.findByRole('button', { name: /Tap along/ })
    for (let tap = 0; tap < 5; tap += 1) {
      const press = new KeyboardEvent('keydown', { key: ' ', bubbles: true, cancelable: true })
      Object.defineProperty(press, 'timeStamp', { value: 1000 + tap * 600 })
      act(() => void pad.dispatchEvent(press))
    }
    await userEvent.click(await screen.findByRole('button', { name: 'Use 100.0 BPM' }))
    await waitFor(() => expect(puts(asked).at(-1)?.tapped).toEqual({ tempo: 100, anchor: 0 }))
  })
})

it('says that there is no steady beat, that this is fine, and what one can do', async () => {
  const rain = aHearing({ steady: false, beats: [], positions: [], tempo: 0, meter: 0, confidence: 0.1 })
  studioWith(aTrack({ steady: false }), {}, rain)
  show(<SongPage id={songId} />)
  expect(await screen.findByText('No steady beat was heard')).toBeVisible()
  await userEvent.click(screen.getByRole('tab', { name: 'Bars' }))
  expect(await screen.findByText(/There are no bars to list/)).toBeVisible()
})

it('says when the beat is a guess', async () => {
  studioWith(aTrack(), {}, aHearing({ confidence: 0.2 }))
  show(<SongPage id={songId} />)
  expect(await screen.findByText('The beat is a guess')).toBeVisible()
})

describe('a song that is not heard yet', () => {
  it('shows how far each stage is, and can be stopped', async () => {
    const track = aTrack({ state: 'listening', stage: 'rhythm', share: 0.5 })
    const asked = studioWith(track, { [`POST ${at}/cancel`]: { ...track, state: 'cancelled' } })
    show(<SongPage id={songId} />)
    const bar = await screen.findByRole('progressbar', { name: 'Listening' })
    expect(bar).toHaveAttribute('aria-valuenow', '50')
    expect(bar).toHaveAttribute('aria-valuetext', 'Listening for the beat')
    await userEvent.click(screen.getByRole('button', { name: 'Stop listening' }))
    await waitFor(() => expect(asked.some((one) => one.call === `POST ${at}/cancel`)).toBe(true))
  })

  it('says why it failed, and listens again', async () => {
    const sentence = 'The file breaks off after 0:42. Export it again, then add the new file.'
    const track = aTrack({ state: 'failed', failure: { kind: 'cut-off', sentence } })
    const asked = studioWith(track, { [`POST ${at}/listen`]: { ...track, state: 'waiting' } })
    show(<SongPage id={songId} />)
    expect(await screen.findByText(sentence)).toBeVisible()
    await userEvent.click(screen.getByRole('button', { name: 'Listen again' }))
    await waitFor(() => expect(asked.some((one) => one.call === `POST ${at}/listen`)).toBe(true))
  })

  it('says when nobody knows it', async () => {
    fakeStudio(quietStudio)
    show(<SongPage id={songId} />)
    expect(await screen.findByText('This does not exist any more, or belongs to somebody else.')).toBeVisible()
  })
})

it('changes the title where it stands', async () => {
  const asked = studioWith(aTrack(), { [`PATCH ${at}`]: aTrack({ title: 'High water' }) })
  show(<SongPage id={songId} />)
  await screen.findByText('120 BPM')
  await userEvent.click(screen.getByRole('button', { name: /Acqua alta/ }))
  await userEvent.clear(screen.getByLabelText('Title'))
  await userEvent.type(screen.getByLabelText('Title'), 'High water{Enter}')
  await waitFor(() => expect(asked.find((one) => one.call === `PATCH ${at}`)?.body).toEqual({ title: 'High water' }))
})
