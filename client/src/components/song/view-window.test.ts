import { expect, it } from 'vitest'
import { following, panned, secondsAt, wholeOf, within, xOf, zoomed } from './view-window'

it('keeps the moment under the pointer where it is while zooming', () => {
  const view = { start: 20, end: 60 }
  const closer = zoomed(view, 2, 30, 100)
  expect(xOf(30, closer, 1000)).toBeCloseTo(xOf(30, view, 1000))
  expect(closer.end - closer.start).toBeCloseTo(20)
})

it('never leaves the song, and never shows less than half a second of it', () => {
  expect(zoomed({ start: 0, end: 10 }, 0.001, 5, 100)).toEqual({ start: 0, end: 100 })
  const nearest = zoomed({ start: 0, end: 10 }, 1e9, 5, 100)
  expect(nearest.end - nearest.start).toBeCloseTo(0.5)
  expect(panned({ start: 90, end: 95 }, 50, 100)).toEqual({ start: 95, end: 100 })
  expect(within({ start: -5, end: 5 }, 100)).toEqual({ start: 0, end: 10 })
  expect(wholeOf(0)).toEqual({ start: 0, end: 0.5 })
})

it('finds the same moment from a place on the screen as it draws it at', () => {
  const view = { start: 12.5, end: 61 }
  expect(secondsAt(xOf(33.3, view, 777), view, 777)).toBeCloseTo(33.3)
})

it('turns the page over when what plays nears its edge, and otherwise holds still', () => {
  const view = { start: 0, end: 10 }
  expect(following(view, 5, 100)).toBe(view)
  expect(following(view, 8.5, 100)).toEqual({ start: 6.5, end: 16.5 })
  expect(following({ start: 50, end: 60 }, 3, 100)).toEqual({ start: 1, end: 11 })
  const last = { start: 90, end: 100 }
  expect(following(last, 99, 100)).toBe(last)
})
