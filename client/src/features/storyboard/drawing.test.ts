import { expect, it } from 'vitest'
import type { Still } from '@/api/stills'
import { drawingOf } from './drawing'

const still = (different: Partial<Still>) =>
  ({ batchId: 'b', status: 'reserved', createdAt: '2026-11-20T20:00:00Z', ...different }) as Still
const drawn = (second: number) => still({ status: 'done', finishedAt: `2026-11-20T20:00:${second}Z` })

it('tells how far an order of stills is, and at its own pace what is left', () => {
  const ordered = [drawn(10), drawn(20), drawn(30), still({ status: 'working' }), still({}), still({})]
  expect(drawingOf(ordered)).toEqual({ of: 6, over: 3, inLine: 2, left: 30 })
})

it('says nothing of the time before there is a pace, and counts what was refused as over', () => {
  const ordered = [drawn(10), still({ status: 'failed', finishedAt: '2026-11-20T20:00:12Z' }), still({})]
  expect(drawingOf(ordered)).toEqual({ of: 3, over: 2, inLine: 1, left: null })
})

it('counts only what was ordered with those under way, and nothing when none is', () => {
  const before = still({ batchId: 'a', status: 'done', finishedAt: '2026-11-20T19:00:00Z' })
  expect(drawingOf([before, still({ status: 'submitting' })])).toEqual({ of: 1, over: 0, inLine: 0, left: null })
  expect(drawingOf([before])).toBeNull()
})
