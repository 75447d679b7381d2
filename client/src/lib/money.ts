import { grouped } from './grouped'

const micro = 1_000_000
const cent = 10_000

/** Micro-dollars as a person reads them: to the cent, and never "$0.00" for something that costs. */
export function formatMoney(amount: number): string {
  if (amount < 0) return `−${formatMoney(-amount)}`
  if (amount > 0 && amount < cent) return '<$0.01'
  const cents = Math.round(amount / cent)
  return `$${grouped(Math.floor(cents / 100))}.${String(cents % 100).padStart(2, '0')}`
}

/**
 * Amounts rounded to whole cents so that they add up to the rounded total: the cents that rounding down lost go to those
 * that lost most. Micro-dollars in and out, in the same order.
 */
export function roundedTogether(amounts: readonly number[]): number[] {
  const total = Math.round(amounts.reduce((sum, amount) => sum + amount, 0) / cent)
  const floors = amounts.map((amount) => Math.floor(amount / cent))
  const missing = total - floors.reduce((sum, floor) => sum + floor, 0)
  const byLoss = amounts
    .map((amount, index) => ({ index, lost: amount - (floors[index] ?? 0) * cent }))
    .sort((a, b) => b.lost - a.lost || a.index - b.index)
  const raised = new Set(byLoss.slice(0, missing).map((entry) => entry.index))
  return floors.map((floor, index) => (floor + (raised.has(index) ? 1 : 0)) * cent)
}

/** What a person typed as dollars ("12", "$12.50", "1,200") in micro-dollars; undefined when it is no amount. */
export function parseMoney(text: string): number | undefined {
  const plain = text.replace(/[$\s,]/g, '')
  if (!/^\d{1,9}(\.\d{0,2})?$/.test(plain)) return undefined
  return Math.round(Number(plain) * 100) * cent
}

/** The text to put in a field for an amount: "12.50". */
export function moneyText(amount: number | null | undefined): string {
  return amount === null || amount === undefined ? '' : (amount / micro).toFixed(2)
}
