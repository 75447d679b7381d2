import { describe, expect, it } from 'vitest'
import { day, moment, shortDay, timeOfDay } from './time'

describe('times', () => {
  it('are read as days and hours of where one is', () => {
    const instant = new Date(2026, 8, 5, 7, 3).toISOString()
    expect(day(instant)).toBe('5 Sep 2026')
    expect(moment(instant)).toBe('5 Sep, 07:03')
    expect(timeOfDay(Date.parse(instant))).toBe('07:03')
  })

  it('of a day of spending are the same in every part of the world', () => {
    expect(shortDay('2026-11-01')).toBe('1 Nov')
    expect(shortDay('2026-12-31')).toBe('31 Dec')
  })
})
