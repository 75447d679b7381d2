import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { fakeStudio, quietStudio, silence } from '@/test/fake-studio'
import { aProject } from '@/test/film-examples'
import { openAt } from '@/test/open-at'
import { aTrack } from '@/test/song-examples'

const rehearsal = { ...quietStudio['GET /api/session'], rehearsal: true }

it('wears a ribbon through a rehearsal, and none when money is real', async () => {
  fakeStudio({ ...quietStudio, 'GET /api/session': rehearsal })
  const { unmount } = openAt('/')
  expect(await screen.findByText('Rehearsal: nothing is paid')).toBeInTheDocument()
  unmount()
  fakeStudio(quietStudio)
  openAt('/')
  await screen.findByText('Your clips will hang here')
  expect(screen.queryByText('Rehearsal: nothing is paid')).not.toBeInTheDocument()
})

it('counts what runs on the Queue’s sign, and says when a clip waits for a person', async () => {
  fakeStudio({ ...quietStudio, 'GET /api/clips/counts': { working: 3, attention: 1, done: 0, failed: 0 } })
  openAt('/')
  const signs = await screen.findAllByRole('link', { name: /3 running, 1 waiting for you.*Queue/ })
  // One in the desktop's rail, one in the phone's bar.
  expect(signs).toHaveLength(2)
})

it('says over every page that Venice is away and when it is tried again', async () => {
  const away = {
    key: 'works',
    reachable: false,
    notice: 'Venice does not answer.',
    retryAfterSeconds: 60,
    balance: null,
  }
  fakeStudio({ ...quietStudio, 'GET /api/venice': away })
  openAt('/spend')
  expect(await screen.findByText(/Venice does not answer\. Tried again at \d\d:\d\d\./)).toBeInTheDocument()
})

it('says that the studio cannot be reached', async () => {
  const all = Object.keys(quietStudio).map((call) => [call, silence])
  fakeStudio({ ...Object.fromEntries(all), 'GET /api/session': quietStudio['GET /api/session'] })
  openAt('/')
  expect(await screen.findByText(/The studio cannot be reached\. What runs on the server goes on/)).toBeInTheDocument()
})

it('finds a video and a song by their names', async () => {
  fakeStudio({
    ...quietStudio,
    'GET /api/projects': { items: [aProject({ title: 'Acqua alta, the film' })], next: null },
    'GET /api/tracks': { items: [aTrack({ title: 'Acqua alta' })], next: null },
  })
  openAt('/settings')
  await screen.findByRole('heading', { level: 1 })
  await userEvent.keyboard('{Control>}k{/Control}')
  const box = await screen.findByRole('combobox', { name: 'Go to or do' })
  await userEvent.type(box, 'acq')
  expect(await screen.findAllByRole('option')).toHaveLength(2)
  await userEvent.click(await screen.findByRole('option', { name: 'Acqua alta, the film' }))
  expect(location.pathname).toMatch(/^\/projects\//)
})

it('goes anywhere by typing', async () => {
  fakeStudio(quietStudio)
  openAt('/')
  await screen.findByText('Your clips will hang here')
  await userEvent.keyboard('{Control>}k{/Control}')
  await userEvent.type(await screen.findByRole('combobox', { name: 'Go to or do' }), 'spe{Enter}')
  expect(await screen.findByRole('heading', { name: 'Spend', level: 1 })).toBeInTheDocument()
  expect(screen.getByRole('main')).toHaveFocus()
})

it('shows its keys, and lets single keys rest for who speaks to the computer', async () => {
  fakeStudio(quietStudio)
  openAt('/')
  await screen.findByText('Your clips will hang here')
  await userEvent.keyboard('?')
  expect(await screen.findByRole('dialog', { name: 'Keys' })).toBeInTheDocument()
  await userEvent.keyboard('{Escape}gs')
  expect(await screen.findByRole('heading', { name: 'Spend', level: 1 })).toBeInTheDocument()

  localStorage.setItem('studio.singleKeys', 'false')
  await userEvent.keyboard('gh')
  expect(location.pathname).toBe('/spend')
})

it('never takes letters out of a text for keys', async () => {
  fakeStudio(quietStudio)
  openAt('/')
  await userEvent.type(await screen.findByLabelText('A theme for a clip'), 'gs?')
  expect(location.pathname).toBe('/')
  expect(screen.getByLabelText('A theme for a clip')).toHaveValue('gs?')
})

it('writes no style tag: the content security policy would refuse it and the page would break', async () => {
  fakeStudio(quietStudio)
  openAt('/')
  await userEvent.click(await screen.findByRole('button', { name: /account menu/ }))
  await screen.findByRole('menu')
  await userEvent.keyboard('{Escape}?')
  await screen.findByRole('dialog')
  expect(document.querySelectorAll('style')).toHaveLength(0)
})

it('takes a theme from the front page to Create', async () => {
  fakeStudio(quietStudio)
  openAt('/')
  await userEvent.type(await screen.findByLabelText('A theme for a clip'), 'lamps over water{Enter}')
  expect(await screen.findByDisplayValue('lamps over water')).toBeInTheDocument()
  expect(location.pathname).toBe('/create')
})
