import type { Spend } from '@/api/spend'

export interface Day {
  /** UTC, as in 2026-02-14. */
  day: string
  /** What it cost in the end: paid less what came back. Micro-dollars; below nothing on a day of refunds. */
  net: number
  orders: number
}

const dayLong = 86_400_000

/** The last `count` days up to now, oldest first, with the days in between on which nothing was ordered. */
export function lastDays(days: Spend['days'], count: number, now: number): Day[] {
  const known = new Map(days.map((entry) => [entry.day, entry]))
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(now - (count - 1 - index) * dayLong).toISOString().slice(0, 10)
    const entry = known.get(day)
    return { day, net: entry ? entry.paid - entry.refunded : 0, orders: entry?.orders ?? 0 }
  })
}
