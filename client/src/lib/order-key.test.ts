import { expect, it } from 'vitest'
import { OrderKey } from './order-key'

function counting() {
  let n = 0
  return new OrderKey<{ prompt: string; shownEach: number }>(() => `key-${++n}`)
}

it('gives a fresh key to every answered press', () => {
  const keys = counting()
  expect(keys.attempt({ prompt: 'a', shownEach: 1 }).key).toBe('key-1')
  keys.answered()
  expect(keys.attempt({ prompt: 'a', shownEach: 1 }).key).toBe('key-2')
})

it('sends the very same order again while nobody has answered, even when the price has moved meanwhile', () => {
  const keys = counting()
  const first = keys.attempt({ prompt: 'a', shownEach: 420_000 })
  expect(keys.attempt({ prompt: 'a', shownEach: 510_000 })).toEqual(first)
})

it('takes another order for another act', () => {
  const keys = counting()
  keys.attempt({ prompt: 'a', shownEach: 1 })
  expect(keys.attempt({ prompt: 'b', shownEach: 1 })).toEqual({ key: 'key-2', order: { prompt: 'b', shownEach: 1 } })
})
