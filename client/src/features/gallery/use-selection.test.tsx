import { act, renderHook } from '@testing-library/react'
import { expect, it } from 'vitest'
import { useSelection, withRange } from './use-selection'

const listed = ['a', 'b', 'c', 'd', 'e']

it('picks everything between two clips when shift is held, in either direction', () => {
  const { result } = renderHook(() => useSelection(listed))
  act(() => result.current.toggle('d', false))
  act(() => result.current.toggle('b', true))
  expect([...result.current.ids].toSorted()).toEqual(['b', 'c', 'd'])
})

it('drops clips that have left the list', () => {
  const { result, rerender } = renderHook(({ ids }) => useSelection(ids), { initialProps: { ids: listed } })
  act(() => result.current.all())
  rerender({ ids: ['a', 'c'] })
  expect([...result.current.ids]).toEqual(['a', 'c'])
})

it('treats a range from a clip that is gone as a single pick', () => {
  expect([...withRange(new Set(['a']), ['a', 'b'], 'gone', 'b')]).toEqual(['a', 'b'])
})

it('goes on showing marks after the last one is dropped, until somebody stops picking', () => {
  const { result } = renderHook(() => useSelection(listed))
  act(() => result.current.toggle('a', false))
  act(() => result.current.toggle('a', false))
  expect(result.current.picking).toBe(true)
  act(() => result.current.clear())
  expect(result.current.picking).toBe(false)
})
