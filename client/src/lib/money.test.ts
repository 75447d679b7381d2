import { describe, expect, it } from 'vitest'
import { formatMoney, moneyText, parseMoney, roundedTogether } from './money'

describe('money', () => {
  it('is shown to the cent, and never as nothing when it costs', () => {
    expect(formatMoney(420_000)).toBe('$0.42')
    expect(formatMoney(0)).toBe('$0.00')
    expect(formatMoney(1)).toBe('<$0.01')
    expect(formatMoney(1_234_567_890)).toBe('$1,234.57')
    expect(formatMoney(-420_000)).toBe('−$0.42')
  })

  it('adds up when shown: rounded parts make the rounded total', () => {
    const thirds = [333_333, 333_333, 333_334]
    const shown = roundedTogether(thirds)
    expect(shown.reduce((sum, part) => sum + part, 0)).toBe(1_000_000)
    expect(shown).toEqual([330_000, 330_000, 340_000])
    expect(roundedTogether([])).toEqual([])
  })

  it('is read as people type it, and not when it is no amount', () => {
    expect(parseMoney('12')).toBe(12_000_000)
    expect(parseMoney('$1,200.5')).toBe(1_200_500_000)
    expect(parseMoney('0.29')).toBe(290_000)
    expect(parseMoney('twelve')).toBeUndefined()
    expect(parseMoney('-3')).toBeUndefined()
    expect(parseMoney('1.999')).toBeUndefined()
    expect(moneyText(parseMoney('12.5'))).toBe('12.50')
    expect(moneyText(null)).toBe('')
  })
})
