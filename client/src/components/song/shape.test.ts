import { expect, it } from 'vitest'
import { shapeParts } from './shape'

const bars = (...columns: readonly (readonly [number, number, number, number])[]) => Uint8Array.from(columns.flat())

it('draws each bar as high as it sounds beside the loudest one', () => {
  const [part] = shapeParts(bars([100, 200, 0, 0], [50, 200, 0, 0]))
  expect(part?.path).toBe('M0.14 -1.00h0.72v2.00h-0.72zM1.14 -0.50h0.72v1.00h-0.72z')
})

it('draws a quiet song low and silence as a line', () => {
  const [part] = shapeParts(bars([6, 0, 0, 0], [0, 0, 0, 0]))
  expect(part?.path).toContain('-0.25')
  expect(part?.path).toContain('-0.03')
})

it('colours bars by their bands, those of one colour together', () => {
  const parts = shapeParts(bars([9, 200, 0, 0], [9, 0, 200, 0], [9, 200, 0, 0], [9, 0, 0, 200]))
  expect(parts).toHaveLength(3)
  expect(parts[0]?.colour).toContain('--color-band-low) 100%')
  expect(parts[0]?.path.match(/M/g)).toHaveLength(2)
})

it('has nothing to draw of nothing', () => expect(shapeParts(new Uint8Array())).toEqual([]))
