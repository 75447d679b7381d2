import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { fakeStudio, quietStudio, Refusal } from '@/test/fake-studio'
import { openAt } from '@/test/open-at'

const sum = (paid: number, refunded = 0, orders = 1) => ({ quoted: paid, paid, refunded, orders })
const busy = {
  ...quietStudio['GET /api/spend'],
  today: sum(1_000_000, 250_000, 3),
  reserved: 420_000,
  uncertain: 420_000,
  studioDailyBudget: 20_000_000,
  leftToday: 19_000_000,
  members: [333_333, 333_333, 333_334].map((paid, index) => ({
    memberId: `m${index}`,
    name: `Member ${index}`,
    today: sum(paid),
    month: sum(paid),
    reserved: 0,
    dailyBudget: null,
  })),
  latest: [
    {
      id: 'l1',
      at: '2026-03-01T10:00:00Z',
      member: 'Marietta',
      what: 'Clip',
      model: 'Lagoon',
      orders: 1,
      project: null,
      quoted: 420_000,
      paid: 420_000,
      refunded: 420_000,
      state: 'refunded',
      clipId: 'c1',
    },
    {
      id: 'l2',
      at: '2026-03-01T09:00:00Z',
      member: 'Marietta',
      what: 'Clip',
      model: 'Lagoon',
      orders: 1,
      project: null,
      quoted: 420_000,
      paid: 420_000,
      refunded: 0,
      state: 'paid',
      clipId: 'c2',
    },
    {
      id: 'l3',
      at: '2026-03-01T08:00:00Z',
      member: 'Marietta',
      what: 'Clip',
      model: 'Reef',
      orders: 60,
      project: { id: 'p1', title: 'Acqua alta' },
      quoted: 12_600_000,
      paid: 12_600_000,
      refunded: 0,
      state: 'paid',
      clipId: null,
    },
  ],
}

it('shows what it cost in the end, what is promised, and what nobody knows', async () => {
  fakeStudio({ ...quietStudio, 'GET /api/spend': busy })
  openAt('/spend')
  expect(await screen.findByText('$0.75')).toBeInTheDocument()
  expect(screen.getByText(/3 orders · \$1\.00 quoted · \$1\.00 paid · \$0\.25 came back/)).toBeInTheDocument()
  expect(screen.getByRole('link', { name: '$0.42 uncertain: decide in the queue' })).toHaveAttribute('href', '/queue')
  expect(screen.getByText('$19.00')).toBeInTheDocument()
})

it('says what became of the money of each order, and leads to a clip that was paid', async () => {
  fakeStudio({ ...quietStudio, 'GET /api/spend': busy })
  openAt('/spend')
  const table = within(await screen.findByRole('region', { name: 'Table of the latest orders' }))
  const back = table.getByRole('row', { name: /Clip.*Came back/ })
  expect(within(back).queryByRole('link')).not.toBeInTheDocument()
  const paid = table.getByRole('row', { name: /Paid \$0\.42/ })
  expect(within(paid).getByRole('link', { name: 'Clip' })).toHaveAttribute('href', '/clips/c2')
})

it('tells a film as one order, and leads to it', async () => {
  fakeStudio({ ...quietStudio, 'GET /api/spend': busy })
  openAt('/spend')
  const table = within(await screen.findByRole('region', { name: 'Table of the latest orders' }))
  const film = within(table.getByRole('row', { name: /Clip × 60 · Acqua alta.*\$12\.60/ }))
  expect(film.getByRole('link', { name: 'Acqua alta' })).toHaveAttribute('href', '/projects/p1')
})

it('shows members’ amounts that add up to the sum under them', async () => {
  fakeStudio({ ...quietStudio, 'GET /api/spend': busy })
  openAt('/spend')
  const table = within(await screen.findByRole('region', { name: 'Spend of each member' }))
  const cells = table
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent)
  expect(cells).toEqual(['$0.33', '$0.33', '$0.34', '$1.00'])
})

it('says why it cannot show the money, and tries again when asked', async () => {
  let broken = true
  const refusal = new Refusal(403, { title: 'Not allowed', detail: 'Ask the owner.' })
  fakeStudio({ ...quietStudio, 'GET /api/spend': () => (broken ? refusal : quietStudio['GET /api/spend']) })
  openAt('/spend')
  expect(await screen.findByText('Ask the owner.')).toBeInTheDocument()
  broken = false
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('Nothing was ordered yet')).toBeInTheDocument()
})
