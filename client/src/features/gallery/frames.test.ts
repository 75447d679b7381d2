import { expect, it } from 'vitest'
import { frameLength, stepTo } from './frames'

const at24 = Array.from({ length: 12 }, (_, n) => n / 24)

it('measures the length of a frame while the clip plays, also when pictures were dropped', () => {
  expect(frameLength(at24)).toBeCloseTo(1 / 24, 6)
  expect(frameLength(at24.filter((_, n) => n !== 4 && n !== 9))).toBeCloseTo(1 / 24, 6)
})

it('claims nothing from too few pictures', () => {
  expect(frameLength([0, 1 / 24])).toBeNull()
})

it('steps to the middle of the neighbouring frame, so that rounding cannot land on the same one', () => {
  const frame = 1 / 24
  expect(stepTo(10 * frame, 1, frame, 5)).toBeCloseTo(11.5 * frame, 9)
  expect(stepTo(10 * frame, -1, frame, 5)).toBeCloseTo(9.5 * frame, 9)
})

it('stays inside the clip', () => {
  expect(stepTo(0, -1, 1 / 24, 5)).toBe(0)
  expect(stepTo(4.99, 1, 1 / 24, 5)).toBeLessThan(5)
})
