import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Clip, ClipBatch } from '@/api/clips'
import { Toasts } from '@/components/ui/toast'
import { aBatch, aClip, aClipWithout } from '@/test/examples'
import { fakeStudio, quietStudio, show, type Asked } from '@/test/fake-studio'
import { QueuePage } from './queue-page'

function studioWith(batch: ClipBatch, answers: Record<string, unknown> = {}) {
  return fakeStudio({ ...quietStudio, 'GET /api/clips/batches': { items: [batch], next: null }, ...answers })
}

beforeEach(() => history.replaceState(null, '', '/queue'))

it('tells of each shot of a video what it is made from, and leads there instead of away from it', async () => {
  const project = { id: 'p1', title: 'Acqua alta' }
  const shot = (id: string, prompt: string, duration: string, different: Partial<Clip> = {}) =>
    aClip({ id, project, settings: { ...aClip().settings, prompt, duration }, ...different })
  const clips = [
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
  ]
  studioWith(aBatch(clips))
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
  studioWith(aBatch([aClip({ id: '1' }), aClip({ id: '2', settings: { ...aClip().settings, duration: '8s' } })]))
  show(<QueuePage />)
  const longer = await screen.findByRole('listitem', { name: 'Clip 2' })
  expect(within(longer).getByText(/^Lagoon · 8 s/)).toBeVisible()
})

it('names the shot when only one of a film is listed', async () => {
  studioWith(aBatch([aClip({ project: { id: 'p1', title: 'Acqua alta' }, shot: 42 })]))
  show(<QueuePage />)
  expect(await screen.findByText('Shot 42')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Acqua alta' })).toBeVisible()
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
    const asked = studioWith(film)
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

  it('says how long it still takes, also while most of it stands in line', async () => {
    const readyAt = new Date(Date.now() + 7 * 60_000).toISOString()
    const others = { batchId: 'another', projectId: 'p2', readyAt: new Date(Date.now() + 3_600_000).toISOString() }
    studioWith(film, { 'GET /api/clips/forecast': [{ batchId: film.id, projectId: 'p1', readyAt }, others] })
    show(<QueuePage />)
    expect(await screen.findByText('about 7 min left')).toBeVisible()
  })

  it('shows each of its clips on demand, in the order of the film, and hides them again', async () => {
    studioWith(film, { 'GET /api/clips': pages })
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

  it('is taken out of line with one press, as far as nothing is paid yet', async () => {
    const asked = studioWith(film, { [`POST /api/clips/batches/${film.id}/stop`]: { stopped: 19 } })
    show(
      <>
        <QueuePage />
        <Toasts />
      </>,
    )
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel 20 in line' }))
    expect(await screen.findByText('19 shots were taken out of line. Nothing was paid for them.')).toBeVisible()
    expect(asked.filter((one) => one.call.startsWith('POST')).map((one) => one.call)).toEqual([
      `POST /api/clips/batches/${film.id}/stop`,
    ])
  })

  it('asks under a filter only for the clips that fit it', async () => {
    history.replaceState(null, '', '/queue?show=working')
    const working = { ...film, matching: 28, clips: [] }
    const asked = studioWith(working, { 'GET /api/clips': pages })
    show(<QueuePage />)
    await userEvent.click(await screen.findByRole('button', { name: 'Show all 28 shots' }))
    await waitFor(() => expect(asked.some((one) => one.call === 'GET /api/clips')).toBe(true))
    const query = asked.find((one) => one.call === 'GET /api/clips')?.query
    expect([query?.get('batch'), query?.get('filter')]).toEqual([film.id, 'working'])
  })
})
