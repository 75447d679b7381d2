import type { Still } from '@/api/stills'
import { isRunning } from '@/components/clips/clip-state'

/** How far the stills are that were ordered with those that are still under way. */
export interface Drawing {
  of: number
  over: number
  inLine: number
  /** Seconds, at the pace so far; null until there is one. */
  left: number | null
}

/** Fewer pictures than these say nothing about the pace. */
const fewest = 3

/** Null when nothing is being drawn. */
export function drawingOf(stills: readonly Still[]): Drawing | null {
  const underWay = (still: Still) => still.status === 'reserved' || isRunning(still.status)
  const batches = new Set(stills.filter(underWay).map((still) => still.batchId))
  if (batches.size === 0) return null
  const ordered = stills.filter((still) => batches.has(still.batchId))
  const over = ordered.filter((still) => !underWay(still))
  const began = Math.min(...ordered.map((still) => Date.parse(still.createdAt)))
  const last = Math.max(...over.flatMap((still) => (still.finishedAt ? [Date.parse(still.finishedAt)] : [])), began)
  const each = over.length >= fewest ? (last - began) / 1000 / over.length : null
  return {
    of: ordered.length,
    over: over.length,
    inLine: ordered.filter((still) => still.status === 'reserved').length,
    left: each === null ? null : each * (ordered.length - over.length),
  }
}
