import { expect, it } from 'vitest'
import type { LyricLine } from '@/api/track-types'
import { lineAt, lyricsWords, nextToTap, withTime } from './lines'

const line = (text: string, start?: number, end?: number, support: LyricLine['support'] = 'heard'): LyricLine => ({
  text,
  start: start ?? null,
  end: end ?? null,
  support: start === undefined ? 'none' : support,
  words: [],
})

it('follows the song, and rests between lines that lie far apart', () => {
  const lines = [line('one', 1, 3), line('two', 3, 5), line(''), line('three', 20, 22)]
  expect(lineAt(lines, 0.5)).toBe(-1)
  expect(lineAt(lines, 3.2)).toBe(1)
  expect(lineAt(lines, 12)).toBe(-1)
  expect(lineAt(lines, 21)).toBe(3)
})

it('says what is known of the words', () => {
  const base = { text: '', instrumental: false, recognition: null }
  expect(lyricsWords({ ...base, lines: [line('a'), line(''), line('b')] })).toBe('2 lines, none timed yet')
  expect(lyricsWords({ ...base, lines: [line('a', 1, 2), line('b', 3, 4, 'interpolated')] })).toBe(
    '2 lines, all timed, 1 of them a guess',
  )
  expect(lyricsWords({ ...base, instrumental: true, lines: [] })).toBe('Instrumental')
})

it('taps from line to line, over the empty ones', () => {
  const lines = [line('a'), line(''), line('b')]
  expect(nextToTap(lines, -1)).toBe(0)
  expect(nextToTap(lines, 0)).toBe(2)
  expect(nextToTap(lines, 2)).toBe(-1)
})

it('ends a line where the next was tapped, and lets go of times that no longer fit', () => {
  const timed = [
    { text: 'a', start: 1, end: 9 },
    { text: 'b', start: 6, end: 8 },
    { text: 'c', start: null, end: null },
  ]
  expect(withTime(timed, 1, 4)).toEqual([
    { text: 'a', start: 1, end: 4 },
    { text: 'b', start: 4, end: 8 },
    { text: 'c', start: null, end: null },
  ])
  expect(withTime(timed, 2, 5)[1]).toEqual({ text: 'b', start: null, end: null })
})
