import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it, vi } from 'vitest'
import { createQueries } from '@/api/queries'
import { fakeStudio, quietStudio, Refusal } from '@/test/fake-studio'
import { openAt } from '@/test/open-at'
import { askAhead } from './ask-ahead'

vi.mock('./ask-ahead', { spy: true })
afterEach(() => vi.mocked(askAhead).mockClear())

const signedOut = { state: 'signedOut', rehearsal: false, version: '0', account: null }
const signedIn = quietStudio['GET /api/session']

it('asks for an account first, and then opens the page that was wanted', async () => {
  fakeStudio({ ...quietStudio, 'GET /api/session': signedOut, 'POST /api/session': signedIn })
  openAt('/spend')
  await userEvent.type(await screen.findByLabelText('Email'), 'marietta@example.com')
  await userEvent.type(screen.getByLabelText('Password'), 'a long password')
  await userEvent.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(await screen.findByRole('heading', { name: 'Spend', level: 1 })).toBeInTheDocument()
})

it('leads to no other site after signing in', async () => {
  fakeStudio(quietStudio)
  openAt('/sign-in?then=//example.com/trap')
  expect(await screen.findByRole('heading', { name: 'What should the film feel like?' })).toBeInTheDocument()
  expect(location.pathname).toBe('/')
})

it('says why signing in failed and keeps what was typed', async () => {
  const refusal = new Refusal(401, {
    type: 'wrong-sign-in',
    title: 'Please sign in',
    detail: 'Email or password is wrong.',
  })
  fakeStudio({ 'GET /api/session': signedOut, 'POST /api/session': refusal })
  openAt('/sign-in')
  await userEvent.type(await screen.findByLabelText('Email'), 'marietta@example.com')
  await userEvent.type(screen.getByLabelText('Password'), 'wrong{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('Email or password is wrong.')
  expect(screen.getByText('You are not signed in')).toBeInTheDocument()
  expect(screen.getByLabelText('Email')).toHaveValue('marietta@example.com')
})

it('sets up a new studio, and leads to the first mistake in the form', async () => {
  const asked = fakeStudio({
    ...quietStudio,
    'GET /api/session': { ...signedOut, state: 'setup' },
    'POST /api/setup': signedIn,
  })
  openAt('/')
  await userEvent.type(await screen.findByLabelText('Set-up code'), '123-456')
  await userEvent.type(screen.getByLabelText('Email'), 'marietta@example.com')
  await userEvent.type(screen.getByLabelText('Your name'), 'Marietta')
  await userEvent.type(screen.getByLabelText('Password'), 'short{Enter}')
  expect(screen.getByLabelText('Password')).toHaveFocus()
  expect(screen.getByLabelText('Password')).toHaveAccessibleDescription(/at least 10 characters; these are 5/i)

  await userEvent.type(screen.getByLabelText('Password'), ' but longer now{Enter}')
  expect(await screen.findByRole('heading', { name: 'What should the film feel like?' })).toBeInTheDocument()
  expect(asked.find((call) => call.call === 'POST /api/setup')?.body).toMatchObject({
    code: '123-456',
    name: 'Marietta',
  })
})

it('opens an invitation from the part of the link that browsers keep to themselves', async () => {
  const asked = fakeStudio({
    ...quietStudio,
    'GET /api/session': signedOut,
    'POST /api/invitations/open': {
      email: 'veronica@example.com',
      role: 'member',
      invitedBy: 'Marietta',
      expiresAt: '2026-12-01T00:00:00Z',
    },
    'POST /api/invitations/accept': signedIn,
  })
  openAt('/join#secret-token')
  expect(await screen.findByText('veronica@example.com')).toBeInTheDocument()
  await userEvent.type(screen.getByLabelText('Your name'), 'Veronica')
  await userEvent.type(screen.getByLabelText('Password'), 'a long password{Enter}')
  expect(await screen.findByRole('heading', { name: 'What should the film feel like?' })).toBeInTheDocument()
  const accepted = asked.find((call) => call.call === 'POST /api/invitations/accept')
  expect(accepted?.body).toEqual({ token: 'secret-token', name: 'Veronica', password: 'a long password' })
})

it('says that an invitation is gone, and offers no second try that cannot help', async () => {
  const gone = new Refusal(404, { title: 'Not found', detail: 'This invitation was used.' })
  fakeStudio({ ...quietStudio, 'GET /api/session': signedOut, 'POST /api/invitations/open': gone })
  openAt('/join#a-code-that-was-used-long-ago')
  expect(await screen.findByRole('alert')).toHaveTextContent('This invitation was used.')
  expect(screen.queryByRole('button', { name: 'Try again' })).not.toBeInTheDocument()
  expect(screen.getByRole('link', { name: 'Go to the studio' })).toBeInTheDocument()
})

it.each(['/', '/create', '/gallery', '/queue'])(
  'asks each thing that %s shows first once, before the page is there',
  async (path) => {
    const asked = fakeStudio(quietStudio)
    const queries = createQueries()
    askAhead(path, queries)
    const ahead = queries.isFetching()
    expect(ahead).toBeGreaterThan(0)

    openAt(path)
    await screen.findByRole('heading', { level: 1 })
    await waitFor(() => expect(screen.queryByText(/^Loading/)).not.toBeInTheDocument())
    const first = asked.slice(0, ahead).map(({ call, query }) => `${call}?${query}`)
    const all = asked.slice(ahead).map(({ call, query }) => `${call}?${query}`)
    expect(first.map((question) => all.filter((other) => other === question).length)).toEqual(first.map(() => 1))
  },
)

it('asks ahead for whoever is signed in', async () => {
  fakeStudio(quietStudio)
  openAt('/gallery?kind=film')
  await screen.findByRole('heading', { level: 1 })
  expect(askAhead).toHaveBeenCalledExactlyOnceWith('/gallery?kind=film', expect.anything())
})

it('asks nothing ahead for somebody who has to sign in first', async () => {
  fakeStudio({ ...quietStudio, 'GET /api/session': signedOut })
  openAt('/gallery')
  await screen.findByLabelText('Email')
  expect(askAhead).not.toHaveBeenCalled()
})
