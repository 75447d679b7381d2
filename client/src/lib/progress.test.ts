import { describe, expect, it } from 'vitest'
import { leftUntilLast, leftWords, standing, standingWords } from './progress'

const asOf = '2026-11-21T10:00:00Z'
const at = (seconds: number) => Date.parse(asOf) + seconds * 1000

describe('counting on from what Venice last said', () => {
  it('moves with the clock between two words of Venice', () => {
    const { elapsed, fraction, left } = standing({ elapsedSeconds: 30, averageSeconds: 100, asOf }, at(20))
    expect([elapsed, fraction, left]).toEqual([50, 0.5, 50])
  })

  it('says "longer than usual" past the average, and shows no fraction that would creep at 99 %', () => {
    const report = { elapsedSeconds: 140, averageSeconds: 145, asOf }
    expect(standing(report, at(41))).toEqual({ elapsed: 181, fraction: null, left: null, over: true })
    expect(standingWords(report, at(41))).toBe('3:01, longer than usual (about 2:25)')
  })

  it('gives no fraction where no average is known', () => {
    expect(standing({ elapsedSeconds: 40, averageSeconds: null, asOf }, at(0)).fraction).toBeNull()
    expect(standingWords({ elapsedSeconds: 40, averageSeconds: null, asOf }, at(0))).toBe('0:40 so far')
  })

  it('does not run backwards when this clock is behind the server’s', () => {
    expect(standing({ elapsedSeconds: 40, averageSeconds: 100, asOf }, at(-300)).elapsed).toBe(40)
  })

  it('survives an instant that it cannot read', () => {
    expect(standing({ elapsedSeconds: 40, averageSeconds: 100, asOf: 'soon' }, at(0)).elapsed).toBe(40)
  })
})

describe('the words for what is left', () => {
  it('are rounded, so that they do not flicker', () => {
    expect([5, 31, 39, 58, 150, 7200].map(leftWords)).toEqual([
      'a few seconds left',
      'about 40 s left',
      'about 40 s left',
      'about 1 min left',
      'about 3 min left',
      'about 2 h left',
    ])
  })

  it('are missing where nobody knows', () => {
    expect(leftWords(null)).toBeNull()
  })

  it('count until the last of several instants', () => {
    const [first, last] = ['2026-11-21T10:02:00Z', '2026-11-21T10:05:00Z']
    expect(leftUntilLast([last, first], at(0))).toBe('about 5 min left')
    expect(leftUntilLast([first], at(180))).toBe('a few seconds left')
    expect([leftUntilLast([first, null], at(0)), leftUntilLast([], at(0))]).toEqual([null, null])
  })
})
