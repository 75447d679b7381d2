import { expect, it } from 'vitest'
import { merged } from './merged'

const base = { theme: 'rain', mood: 'calm', cast: [{ id: 'a', name: 'Ada' }] }

it('keeps what was typed here and takes the rest from the other device', () => {
  const mine = { ...base, theme: 'rain at night' }
  const theirs = { ...base, mood: 'wild', theme: 'snow' }
  expect(merged(base, mine, theirs)).toEqual({ ...base, theme: 'rain at night', mood: 'wild' })
})

it('lets two devices add to the same list', () => {
  const mine = [...base.cast, { id: 'b', name: 'Boat' }]
  const theirs = [
    { id: 'a', name: 'Ada, older' },
    { id: 'c', name: 'Cat' },
  ]
  expect(merged(base.cast, mine, theirs)).toEqual([
    { id: 'a', name: 'Ada, older' },
    { id: 'b', name: 'Boat' },
    { id: 'c', name: 'Cat' },
  ])
})

it('takes away what either took away, unless the other changed it', () => {
  const both = [
    { id: 'a', name: 'Ada' },
    { id: 'b', name: 'Boat' },
  ]
  expect(merged(both, [both[0]], both)).toEqual([both[0]])
  const renamed = [
    { id: 'a', name: 'Ada' },
    { id: 'b', name: 'Gondola' },
  ]
  expect(merged(both, renamed, [both[0]])).toEqual(renamed)
})
