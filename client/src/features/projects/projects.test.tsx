import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { fakeStudio, quietStudio } from '@/test/fake-studio'
import { aProject, projectId } from '@/test/film-examples'
import { openAt } from '@/test/open-at'
import { aTrack } from '@/test/song-examples'

const at = `/api/projects/${projectId}`

it('begins a video from a song', async () => {
  const asked = fakeStudio({
    ...quietStudio,
    'GET /api/tracks': { items: [aTrack()], next: null },
    'POST /api/projects': aProject(),
    [`GET ${at}`]: aProject(),
  })
  openAt('/projects')
  await userEvent.click(await screen.findByRole('button', { name: 'New video' }))
  await userEvent.click(await screen.findByRole('button', { name: /Acqua alta/ }))
  await waitFor(() => expect(location.pathname).toBe(`/projects/${projectId}/concept`))
  expect(asked.find((one) => one.call === 'POST /api/projects')?.body).toEqual({ trackId: aTrack().id })
  const steps = await screen.findByRole('navigation', { name: 'Steps of the video' })
  expect(within(steps).getByRole('link', { current: 'step' })).toHaveTextContent('ConceptSay what the film should be.')
  expect(within(steps).getByRole('link', { name: /Song, done/ })).toBeVisible()
  expect(screen.getByText('$39.00')).toBeVisible()
})

it('hangs the videos on the front page, each with where it stands', async () => {
  fakeStudio({ ...quietStudio, 'GET /api/projects': { items: [aProject()], next: null } })
  openAt('/')
  const videos = await screen.findByRole('list', { name: 'Newest videos' })
  expect(within(videos).getByRole('link')).toHaveAttribute('href', `/projects/${projectId}/concept`)
  expect(within(videos).getByRole('link')).toHaveTextContent('Concept · Say what the film should be.')
})

it('renames a video where its name stands', async () => {
  const asked = fakeStudio({
    ...quietStudio,
    [`GET ${at}`]: aProject(),
    [`PATCH ${at}`]: aProject({ title: 'High water' }),
  })
  openAt(`/projects/${projectId}/takes`)
  await userEvent.click(await screen.findByRole('button', { name: /Acqua alta, the film/ }))
  await userEvent.clear(screen.getByLabelText('Title'))
  await userEvent.type(screen.getByLabelText('Title'), 'High water{Enter}')
  await waitFor(() => expect(asked.find((one) => one.call === `PATCH ${at}`)?.body).toEqual({ title: 'High water' }))
})
