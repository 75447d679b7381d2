import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { fakeStudio, quietStudio, type Asked } from '@/test/fake-studio'
import { openAt } from '@/test/open-at'

const jacopo = {
  id: 'm2',
  email: 'jacopo@example.com',
  name: 'Jacopo',
  role: 'member',
  dailyBudget: null,
  createdAt: '2026-01-01T00:00:00Z',
  disabled: false,
}
const people = { ...quietStudio, 'GET /api/members': [jacopo], 'GET /api/invitations': [] }

const bodyOf = (asked: Asked[], call: string) => asked.find((entry) => entry.call === call)?.body

it('gives one member a budget of their own', async () => {
  const asked = fakeStudio({ ...people, 'PATCH /api/members/m2': jacopo })
  openAt('/settings/members')
  await userEvent.click(await screen.findByRole('button', { name: 'Change Jacopo' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Jacopo' }))
  await userEvent.click(dialog.getByRole('radio', { name: 'Their own' }))
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
  expect(dialog.getByRole('alert')).toHaveTextContent('Give an amount in dollars')
  await userEvent.type(dialog.getByLabelText('Own budget, a day'), '7.50{Enter}')
  expect(await screen.findByText('Jacopo is changed.')).toBeInTheDocument()
  expect(bodyOf(asked, 'PATCH /api/members/m2')).toEqual({ role: 'member', disabled: false, dailyBudget: 7_500_000 })
})

it('hands out an invitation’s link once', async () => {
  const invitation = { id: 'i1', email: 'v@example.com', role: 'member', createdAt: '2026-01-01T00:00:00Z' }
  fakeStudio({
    ...people,
    'POST /api/invitations': { invitation: { ...invitation, expiresAt: '2026-01-08T00:00:00Z' }, token: 'tok' },
  })
  openAt('/settings/members')
  await userEvent.type(await screen.findByLabelText('Email'), 'v@example.com{Enter}')
  expect(await screen.findByLabelText('Link')).toHaveValue(`${location.origin}/join#tok`)
  await userEvent.click(screen.getByRole('button', { name: 'I have it' }))
  expect(screen.queryByLabelText('Link')).not.toBeInTheDocument()
  expect(document.body.innerHTML).not.toContain('join#tok')
})

it('changes the budgets and leaves the other settings as they are', async () => {
  const asked = fakeStudio({ ...quietStudio, 'PUT /api/settings': ({ body }: Asked) => body })
  openAt('/settings/budgets')
  await userEvent.type(await screen.findByLabelText('The whole studio, a day'), 'plenty{Enter}')
  expect(await screen.findByRole('alert')).toHaveTextContent('Give an amount in dollars')
  await userEvent.clear(screen.getByLabelText('The whole studio, a day'))
  await userEvent.type(screen.getByLabelText('The whole studio, a day'), '25{Enter}')
  expect(await screen.findByText('The budgets are saved.')).toBeInTheDocument()
  expect(bodyOf(asked, 'PUT /api/settings')).toEqual({
    priceTolerancePercent: 10,
    cleanUpByDefault: false,
    memberDailyBudget: 5_000_000,
    studioDailyBudget: 25_000_000,
  })
})

it('keeps the owner’s settings from a member', async () => {
  const session = quietStudio['GET /api/session']
  const member = { ...session, account: { ...session.account, role: 'member' } }
  fakeStudio({ ...quietStudio, 'GET /api/session': member })
  openAt('/settings/budgets')
  expect(await screen.findByText(/belong to the owner of the studio/)).toBeInTheDocument()
  expect(screen.queryByRole('link', { name: /^Members/ })).not.toBeInTheDocument()
})

it('deletes no clip before it was said what is lost', async () => {
  const usage = { videoBytes: 5e9, videos: 40, imageBytes: 0, images: 0, audioBytes: 0, audios: 0 }
  const asked = fakeStudio({
    ...quietStudio,
    'GET /api/library/usage': { ...usage, freeBytes: 1e9, unusedBytes: 0, unusedFiles: 0 },
    'POST /api/library/reclaim': { bytes: 2e9, files: 12 },
  })
  openAt('/settings/disk')
  await userEvent.click(await screen.findByRole('button', { name: 'Delete old clips …' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Delete clips older than 90 days?' }))
  expect(dialog.getByText(/gone for good/)).toBeInTheDocument()
  expect(bodyOf(asked, 'POST /api/library/reclaim')).toBeUndefined()
  await userEvent.click(dialog.getByRole('button', { name: 'Delete the clips' }))
  expect(await screen.findByText('12 files deleted, 2.0 GB freed.')).toBeInTheDocument()
  expect(bodyOf(asked, 'POST /api/library/reclaim')).toEqual({ unused: false, clipsOlderThanDays: 90 })
})

it('changes the theme at once and keeps it in this browser', async () => {
  fakeStudio(quietStudio)
  openAt('/settings/appearance')
  await userEvent.click(await screen.findByRole('radio', { name: 'Light' }))
  expect(document.documentElement).toHaveAttribute('data-theme', 'light')
  expect(localStorage.getItem('studio.theme')).toBe('light')
})
