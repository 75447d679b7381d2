import { expect, it } from 'vitest'
import { shapeOfMedia, tallerThanWide } from './media-shape'

it('is that of a wide picture while nothing is known', () => {
  expect(shapeOfMedia(null)).toBeCloseTo(16 / 9)
  expect(shapeOfMedia({ width: 1080, height: 1920 })).toBe(9 / 16)
})

it('makes rows higher, the taller their pictures are, and never lower', () => {
  expect(tallerThanWide([])).toBe(1)
  expect(tallerThanWide([16 / 9, 21 / 9])).toBe(1)
  const square = tallerThanWide([1, 1])
  expect(square).toBeGreaterThan(1.3)
  expect(tallerThanWide([16 / 9, 9 / 16])).toBeCloseTo(square)
  // Three beside each other in the 358 px of a phone, with 12 px between them.
  expect(3 * 120 * tallerThanWide([9 / 16]) * (9 / 16) + 2 * 12).toBeLessThanOrEqual(358)
})
