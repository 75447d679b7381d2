import { describe, expect, it } from 'vitest'
import { beatBeside, placeOf, splitOf } from './cuts'

const beats = Array.from({ length: 40 }, (_, index) => index / 2)
const shots = [
  { start: 0, end: 4 },
  { start: 4, end: 8 },
  { start: 8, end: 10 },
]

describe('moving a cut', () => {
  it('lands on a beat', () => {
    expect(placeOf(shots, 1, 5.3, { beats, free: false })).toBe(5.5)
  })

  it('lies exactly where it was put when it is free', () => {
    expect(placeOf(shots, 1, 5.33, { beats, free: true })).toBeCloseTo(5.33)
  })

  it('leaves both shots some length', () => {
    expect(placeOf(shots, 1, 99, { beats, free: false })).toBe(7.5)
    expect(placeOf(shots, 1, -3, { beats, free: false })).toBe(0.5)
  })

  it('cannot move the beginning of the song', () => {
    expect(placeOf(shots, 0, 2, { beats, free: false })).toBeNull()
  })
})

it('finds the beat beside a moment, and half a second where there are no beats', () => {
  expect(beatBeside(beats, 4, 1)).toBe(4.5)
  expect(beatBeside(beats, 4, -1)).toBe(3.5)
  expect(beatBeside([], 4, 1)).toBe(4.5)
})

it('splits at the playhead when it is in the shot, and else near the middle', () => {
  expect(splitOf({ start: 4, end: 8 }, beats, 6.6)).toBe(6.5)
  expect(splitOf({ start: 4, end: 8 }, beats, 20)).toBe(6)
  expect(splitOf({ start: 4, end: 8 }, [], 20)).toBe(6)
})
