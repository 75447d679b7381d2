import { expect, it } from 'vitest'
import { durationWords, linesOf, listed, resolutionWords, secondsOf, shapeOf } from './offer-words'

it('reads seconds only where there are some', () => {
  expect(['5s', '12s', 'Auto', '-1', '1 gen'].map(secondsOf)).toEqual([5, 12, null, null, null])
})

it('reads the lines of every spelling of the catalogue', () => {
  expect(['720p', '768P', 'true_1080p', '2K', '4k', '2x'].map(linesOf)).toEqual([720, 768, 1080, 1440, 2160, null])
})

it('reads the shape of a ratio and of nothing else', () => {
  expect(shapeOf('16:9')).toBeCloseTo(1.778, 3)
  expect(shapeOf('adaptive')).toBeNull()
})

it('writes them as a person would', () => {
  expect(['5s', 'Auto', '1 gen'].map(durationWords)).toEqual(['5 s', 'As long as the source', '1 gen'])
  expect(['768P', '4k', '2x', 'true_1080p'].map(resolutionWords)).toEqual(['768p', '4K', '2×', '1080p, true'])
})

it('lists with commas and one "and", and the unit once', () => {
  expect(listed(['6 s', '8 s', '10 s'])).toBe('6, 8 and 10 s')
  expect(listed(['16:9', '1:1'])).toBe('16:9 and 1:1')
  expect(listed(['5 s'])).toBe('5 s')
  expect(listed([])).toBe('')
})
