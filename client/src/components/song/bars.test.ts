import { expect, it } from 'vitest'
import { aHearing } from '@/test/song-examples'
import { BarCounter, barsOf, edgesToSnapTo, lastAtMost, nearest } from './bars'
import { shortName } from './paint-lanes'
import { edgeNear } from './scene'
import { fineClock, readClock } from '@/lib/fine-clock'

it('counts bars from the first downbeat, and a pickup to none', () => {
  const grid = { duration: 10, beats: [0.5, 1, 1.5, 2, 2.5, 3], positions: [3, 4, 1, 2, 3, 1] }
  expect(barsOf(grid)).toEqual([
    { number: 1, start: 1.5, end: 3, beats: 3 },
    { number: 2, start: 3, end: 10, beats: 1 },
  ])
  const counter = new BarCounter(grid)
  expect(counter.words(0.2)).toBe('–.–')
  expect(counter.words(0.6)).toBe('0.3')
  expect(counter.words(2.6)).toBe('1.3')
  expect(counter.words(9)).toBe('2.1')
})

it('snaps to bars, and to beats where there are no bars', () => {
  const { beats, positions } = aHearing()
  expect(edgesToSnapTo({ beats, positions, duration: 64 }).slice(0, 3)).toEqual([0, 2, 4])
  expect(edgesToSnapTo({ beats: [1, 2], positions: [0, 0], duration: 4 })).toEqual([1, 2])
  expect(nearest([0, 2, 4], 2.9)).toBe(2)
  expect(nearest([0, 2, 4], 3.1)).toBe(4)
  expect(nearest([], 3)).toBe(3)
  expect(lastAtMost([1, 2, 3], 0.5)).toBe(-1)
})

it('takes hold of the nearest edge within reach, and of no other', () => {
  const { sections } = aHearing()
  expect(edgeNear(sections, 16.4, 0.1, 6)).toBe(1)
  expect(edgeNear(sections, 17, 0.1, 6)).toBe(-1)
  expect(edgeNear(sections, 0, 0.1, 6)).toBe(-1)
})

it('reads times as people type them', () => {
  expect(readClock('1:04.5')).toBe(64.5)
  expect(readClock('64,5')).toBe(64.5)
  expect(readClock('1:75')).toBeNull()
  expect(readClock('soon')).toBeNull()
  expect(fineClock(64.5)).toBe('1:04.50')
  expect(fineClock(59.999)).toBe('1:00.00')
})

it('shortens the names of narrow sections so that they can still be told apart', () => {
  expect(shortName('Pre-chorus 2')).toBe('P2')
  expect(shortName('Intro')).toBe('In')
})
