import type { Still } from '@/api/stills'
import { isRunning } from '@/components/clips/clip-state'

/** How far the stills are that were ordered with those that are still under way. */
export interface Drawing {
  of: number
  over: number
  inLine: number
  /** When the first of them was ordered. */
  began: number
}

/** Venice counts pictures by the minute: it draws the first ones at once, and only a whole minute tells the pace, seconds. */
const fewest = 60

/** Null when nothing is being drawn. */
export function drawingOf(stills: readonly Still[]): Drawing | null {
  const underWay = (still: Still) => still.status === 'reserved' || isRunning(still.status)
  const batches = new Set(stills.filter(underWay).map((still) => still.batchId))
  if (batches.size === 0) return null
  const ordered = stills.filter((still) => batches.has(still.batchId))
  return {
    of: ordered.length,
    over: ordered.filter((still) => !underWay(still)).length,
    inLine: ordered.filter((still) => still.status === 'reserved').length,
    began: Math.min(...ordered.map((still) => Date.parse(still.createdAt))),
  }
}

/** Seconds that the others take at the pace so far; null until it is known. */
export function drawingLeft({ of, over, began }: Drawing, nowMs: number): number | null {
  const taken = (nowMs - began) / 1000
  return taken < fewest || over === 0 ? null : (taken / over) * (of - over)
}
