import { expect, it } from 'vitest'
import { cardTime, clicksBetween, steadied } from './click-plan'

const beats = [0, 0.5, 1, 1.5, 2]
const positions = [1, 2, 3, 4, 1]

it('hands out every beat once, with an accent on the one', () => {
  const pair = { song: 0.9, card: 50, rate: 1 }
  const first = clicksBetween(beats, positions, pair, 0.9, 1.5)
  const next = clicksBetween(beats, positions, pair, 1.5, 3)
  expect([...first, ...next].map((click) => click.song)).toEqual([1, 1.5, 2])
  expect(next).toEqual([{ at: 51.1, accent: true, song: 2 }])
})

it('plans on the sound card’s clock, also when the song runs faster', () => {
  expect(cardTime({ song: 10, card: 3, rate: 2 }, 11)).toBe(3.5)
})

it('averages the jitter of the song’s clock away', () => {
  // The element tells its time up to 10 ms wrong; the clicks must not follow each look.
  let pair = steadied(null, { song: 0, card: 100, rate: 1 })
  let worst = 0
  for (let look = 1; look <= 50; look += 1) {
    const wrong = look % 2 === 0 ? 0.01 : -0.01
    pair = steadied(pair, { song: look / 10 + wrong, card: 100 + look / 10, rate: 1 })
    worst = Math.max(worst, Math.abs(cardTime(pair, 10) - 110))
  }
  expect(worst).toBeLessThan(0.0025)
})

it('takes a jump of the song at once', () => {
  const pair = steadied({ song: 5, card: 100, rate: 1 }, { song: 42, card: 100.1, rate: 1 })
  expect(cardTime(pair, 43)).toBeCloseTo(101.1)
})
