import { expect, it } from 'vitest'
import type { Still } from '@/api/stills'
import { drawingLeft, drawingOf } from './drawing'

const ordered = '2026-11-20T20:00:00Z'
const began = Date.parse(ordered)
const still = (different: Partial<Still>) =>
  ({ batchId: 'b', status: 'reserved', createdAt: ordered, ...different }) as Still
const done = still({ status: 'done' })

it('tells how far an order of stills is; what was refused is over too', () => {
  const stills = [done, still({ status: 'failed' }), still({ status: 'working' }), still({}), still({})]
  expect(drawingOf(stills)).toEqual({ of: 5, over: 2, inLine: 2, began })
})

it('counts only what was ordered with those under way, and nothing when none is', () => {
  const before = still({ batchId: 'a', status: 'done' })
  expect(drawingOf([before, still({ status: 'submitting' })])).toEqual({ of: 1, over: 0, inLine: 0, began })
  expect(drawingOf([before])).toBeNull()
})

it('says nothing of the time left from the first pictures, which come in a burst, and then goes by the pace', () => {
  const drawing = { of: 60, over: 20, inLine: 40, began }
  expect(drawingLeft(drawing, began + 10_000)).toBeNull()
  expect(drawingLeft(drawing, began + 60_000)).toBe(120)
  expect(drawingLeft({ ...drawing, over: 0 }, began + 60_000)).toBeNull()
})
