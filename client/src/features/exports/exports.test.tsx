import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { Export } from '@/api/exports'
import { fakeStudio, quietStudio, Refusal, show, type Asked } from '@/test/fake-studio'
import { aProject, projectId } from '@/test/film-examples'
import { noLyrics, songId } from '@/test/song-examples'
import { aFilm, anExport } from '@/test/take-examples'
import { ExportPage } from './export-page'
import { ExportsPage } from './exports-page'

const at = `/api/projects/${projectId}`

function studioWith(answers: Record<string, unknown> = {}) {
  return fakeStudio({
    ...quietStudio,
    [`GET ${at}/films`]: [aFilm()],
    [`GET ${at}/exports`]: [],
    [`GET /api/tracks/${songId}/lyrics`]: noLyrics,
    ...answers,
  })
}

const kind = (name: string) => screen.findByRole('listitem', { name })
const made = (asked: readonly Asked[]) =>
  asked.filter((one) => one.call === `POST ${at}/exports`).map((one) => one.body)

it('makes a file, tells how far it is, and offers it with its size', async () => {
  let exports: Export[] = []
  const asked = studioWith({
    [`GET ${at}/exports`]: () => exports,
    [`POST ${at}/exports`]: () => {
      exports = [anExport({ kind: 'tall', state: 'making', share: 0.4, url: null, bytes: null })]
      return exports[0]
    },
    'POST /api/exports/e1/cancel': () => {
      exports = [anExport({ kind: 'tall' })]
      return exports[0]
    },
  })
  show(<ExportPage project={aProject()} />)
  const tall = await kind('Tall, 9:16')
  await userEvent.click(within(tall).getByRole('button', { name: 'Make it, Tall, 9:16' }))
  await waitFor(() => expect(made(asked)).toEqual([{ kind: 'tall' }]))
  expect(await within(tall).findByRole('progressbar', { name: 'Tall, 9:16' })).toHaveAttribute('aria-valuenow', '40')
  await userEvent.click(within(tall).getByRole('button', { name: 'Cancel, Tall, 9:16' }))
  const link = await within(tall).findByRole('link', { name: /Download · 48.0 MB/ })
  // Heard once, though the file stands in the list as well.
  expect(screen.getAllByRole('status').filter((one) => one.textContent?.endsWith(': done'))).toHaveLength(1)
  expect(link).toHaveAttribute('href', '/api/exports/e1/file')
  expect(link).toHaveAttribute('download', 'Acqua alta 1080p.mp4')
})

it('has the film itself to take away, without making a file of it', async () => {
  studioWith()
  show(<ExportPage project={aProject()} />)
  const card = await screen.findByRole('region', { name: 'Film 1' })
  expect(within(card).getByRole('link', { name: 'Download the film' })).toHaveAttribute(
    'href',
    expect.stringMatching(/^\/api\/media\/.+\?download/),
  )
})

it.each([
  { width: 3840, height: 2160, there: ['MP4, 1080p', 'MP4, 720p', 'Tall, 9:16'], gone: ['Wide, 16:9'] },
  { width: 1920, height: 1080, there: ['MP4, 720p', 'Square, 1:1'], gone: ['MP4, 1080p', 'Wide, 16:9'] },
  { width: 480, height: 854, there: ['WebM', 'Wide, 16:9'], gone: ['MP4, 1080p', 'MP4, 720p', 'Tall, 9:16'] },
])('offers no file that would be the film itself: $width × $height', async ({ width, height, there, gone }) => {
  const film = aFilm()
  studioWith({ [`GET ${at}/films`]: [{ ...film, media: { ...film.media, width, height } }] })
  show(<ExportPage project={aProject()} />)
  for (const name of ['MP4, full size', ...there]) expect(await kind(name)).toBeVisible()
  for (const name of gone) expect(screen.queryByRole('listitem', { name })).not.toBeInTheDocument()
})

it('asks a GIF for its place, its length and its weight', async () => {
  const asked = studioWith({ [`POST ${at}/exports`]: anExport({ kind: 'gif' }) })
  show(<ExportPage project={aProject()} />)
  const gif = await kind('GIF')
  await userEvent.click(within(gif).getByText('From where and how long'))
  await userEvent.type(within(gif).getByLabelText('From'), '0:32.5')
  await userEvent.type(within(gif).getByLabelText('Seconds'), '3')
  await userEvent.type(within(gif).getByLabelText('At most, MB'), '5')
  await userEvent.click(within(gif).getByRole('button', { name: /Make it/ }))
  await waitFor(() => expect(made(asked)).toEqual([{ kind: 'gif', start: 32.5, seconds: 3, mostMegabytes: 5 }]))
})

it('makes no film files without a film, and no captions without timed words', async () => {
  studioWith({ [`GET ${at}/films`]: [] })
  show(<ExportPage project={aProject()} />)
  expect(await screen.findByText('No film yet')).toBeVisible()
  expect(within(await kind('MP4, 1080p')).getByText('Needs a film')).toBeVisible()
  expect(within(await kind('Captions, SRT')).getByRole('link', { name: 'Time the words' })).toBeVisible()
  expect(within(await kind('Project archive')).getByRole('button', { name: /Make it/ })).toBeVisible()
})

it('says how far a film is that is being composed, instead of asking for one', async () => {
  const coming = aFilm({ id: 'f2', number: 2, state: 'composing', doneFrames: 1200, totalFrames: 4800, media: null })
  studioWith({ [`GET ${at}/films`]: [coming] })
  show(<ExportPage project={aProject()} />)
  expect(await screen.findByRole('progressbar', { name: 'Film 2' })).toHaveAttribute('aria-valuenow', '25')
  expect(screen.getByText(/1,200 of 4,800 frames/)).toBeVisible()
  expect(screen.queryByText('No film yet')).not.toBeInTheDocument()
})

it('keeps the last film at hand while a newer one is composed', async () => {
  studioWith({
    [`GET ${at}/films`]: [aFilm({ id: 'f2', number: 2, state: 'waiting', media: null }), aFilm({ isCurrent: false })],
  })
  show(<ExportPage project={aProject()} />)
  expect(await screen.findByText(/Waits for its turn/)).toBeVisible()
  expect(screen.getByRole('link', { name: 'Download the film' })).toBeVisible()
  expect(screen.queryByRole('link', { name: 'Compose it anew' })).not.toBeInTheDocument()
})

it('says when a file is of an older film, and why one failed', async () => {
  studioWith({
    [`GET ${at}/exports`]: [
      anExport({ filmId: 'older', kind: 'square' }),
      anExport({
        id: 'e2',
        kind: 'webM',
        state: 'failed',
        url: null,
        failure: { kind: 'disk-full', sentence: 'The disk is full.' },
      }),
    ],
    [`POST ${at}/exports`]: new Refusal(409, { type: 'no-film', detail: 'There is no film yet.' }),
  })
  show(<ExportPage project={aProject()} />)
  expect(await kind('Square, 1:1')).toHaveTextContent('of an older film')
  const webm = await kind('WebM')
  expect(webm).toHaveTextContent('The disk is full.')
  await userEvent.click(within(webm).getByRole('button', { name: 'Try again, WebM' }))
  expect(await within(webm).findByRole('alert')).toHaveTextContent('There is no film yet.')
})

it('lists the files of all videos, and deletes one after asking', async () => {
  let all = [anExport(), anExport({ id: 'e2', name: 'Other.gif', kind: 'gif', project: 'Other', bytes: 2_000_000 })]
  fakeStudio({
    ...quietStudio,
    'GET /api/exports': () => all,
    'DELETE /api/exports/e2': () => {
      all = all.slice(0, 1)
      return null
    },
  })
  show(<ExportsPage />)
  expect(await screen.findByText('2 files, 50.0 MB')).toBeVisible()
  expect(screen.getByRole('link', { name: 'Other' })).toHaveAttribute('href', `/projects/${projectId}/export`)
  await userEvent.click(screen.getByRole('button', { name: 'Delete Other.gif' }))
  await userEvent.click(await screen.findByRole('button', { name: 'Delete the file' }))
  expect(await screen.findByText('1 file, 48.0 MB')).toBeVisible()
})

it('says what gathers here while there is nothing', async () => {
  fakeStudio({ ...quietStudio, 'GET /api/exports': [] })
  show(<ExportsPage />)
  expect(await screen.findByText('No files yet')).toBeVisible()
  expect(screen.getByRole('button', { name: 'Open an archive' })).toBeVisible()
})
