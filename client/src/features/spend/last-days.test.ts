import { expect, it } from 'vitest'
import { lastDays } from './last-days'

const noon = Date.parse('2026-03-02T12:00:00Z')

it('shows days without an order as days, so that gaps are seen', () => {
  const days = lastDays([{ day: '2026-03-01', paid: 5_000_000, refunded: 1_000_000, orders: 3 }], 4, noon)
  expect(days.map((entry) => entry.day)).toEqual(['2026-02-27', '2026-02-28', '2026-03-01', '2026-03-02'])
  expect(days.map((entry) => entry.net)).toEqual([0, 0, 4_000_000, 0])
})
