import { expect, it } from 'vitest'
import { lengthsFor, withinSound } from './audio-cut'

it('never takes more than thirty seconds or than there are', () => {
  expect(withinSound({ start: 0, length: 90 }, 200)).toEqual({ start: 0, length: 30 })
  expect(withinSound({ start: 0, length: 30 }, 12.37)).toEqual({ start: 0, length: 12.3 })
})

it('moves a part that would end after the sound back into it', () => {
  expect(withinSound({ start: 195, length: 30 }, 200)).toEqual({ start: 170, length: 30 })
  expect(withinSound({ start: -4, length: 10 }, 200)).toEqual({ start: 0, length: 10 })
})

it('trusts the wish where the browser cannot read the file', () => {
  expect(withinSound({ start: 45, length: 10 }, null)).toEqual({ start: 45, length: 10 })
})

it('keeps all of a sound shorter than a second', () => {
  expect(withinSound({ start: 0, length: 0.2 }, 0.55)).toEqual({ start: 0, length: 0.5 })
})

it('offers round lengths, and the whole of a short sound', () => {
  expect(lengthsFor(200)).toEqual([5, 10, 15, 20, 30])
  expect(lengthsFor(12.3)).toEqual([5, 10, 12.3])
  expect(lengthsFor(null)).toEqual([5, 10, 15, 20, 30])
})
