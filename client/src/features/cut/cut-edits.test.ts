import { expect, it } from 'vitest'
import { shotId } from '@/test/film-examples'
import { aCut, aCutSpan } from '@/test/take-examples'
import { canMove, exchanged, lastIn, overlaid, shortBy, wishOf, withSource, withWish } from './cut-edits'

it('keeps what was said about a shot when more is said', () => {
  const cut = withWish(withWish(aCut().cut, shotId(2), { inSeconds: 1.5 }), shotId(2), { transition: 'whip' })
  expect(wishOf(cut, shotId(2))).toMatchObject({ inSeconds: 1.5, transition: 'whip' })
  expect(cut.spans).toHaveLength(1)
})

it('begins another take at its own beginning', () => {
  const cut = withSource(withWish(aCut().cut, shotId(1), { inSeconds: 2 }), shotId(1), { takeId: 't9' })
  expect(wishOf(cut, shotId(1))).toMatchObject({ takeId: 't9', footageId: null, inSeconds: null })
})

it('exchanges what two shots show, with where their clips begin', () => {
  const before = withWish(aCut().cut, shotId(1), { inSeconds: 2 })
  const one = aCutSpan(1, { sourceId: 't1' })
  const other = aCutSpan(2, { source: 'footage', sourceId: 'f2' })
  const cut = exchanged(before, one, other)
  expect(wishOf(cut, shotId(1))).toMatchObject({ takeId: null, footageId: 'f2', inSeconds: null })
  expect(wishOf(cut, shotId(2))).toMatchObject({ takeId: 't1', footageId: null, inSeconds: 2 })
})

it('moves clips and footage, and leaves stills with their shots', () => {
  expect(canMove(aCutSpan(1))).toBe(true)
  expect(canMove(aCutSpan(1, { source: 'still' }))).toBe(false)
  expect(canMove(undefined)).toBe(false)
})

it('says how much a clip is too short, counting that it may be slowed a little', () => {
  const span = aCutSpan(1, { frames: 16 * 24, sourceSeconds: 10, inSeconds: 0 })
  expect(shortBy(span, 24)).toBeCloseTo(16 - 10 / 0.85)
  expect(shortBy(aCutSpan(1, { sourceSeconds: 16 }), 24)).toBe(0)
  expect(lastIn(aCutSpan(1, { sourceSeconds: 16 }), 24)).toBeCloseTo(16 - 2 / 24)
})

it('shows a wish before the studio has answered', () => {
  const view = aCut()
  const shown = overlaid(
    view,
    withWish(view.cut, shotId(3), { transition: 'crossFade', transitionSeconds: 0.5, inSeconds: 1 }),
  )
  expect(shown.spans[2]).toMatchObject({ transition: 'crossFade', transitionFrames: 12, inSeconds: 1 })
  expect(shown.spans[1]).toBe(view.spans[1])
})
