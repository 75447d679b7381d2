import { describe, expect, it } from 'vitest'
import type { AnySection } from '@/api/track-types'
import { aHearing, corrections } from '@/test/song-examples'
import { doubled, halved, metred, nudged, oneAt, shifted } from './beat-changes'
import { placeWords } from './beat-panel'
import { begun, changed, redone, same, undone } from './history'
import { previewed, withExact } from './preview'
import { described, edgeMoved, freed, isFree, merged, plain, split } from './sections'
import { tempoOf, withTap, type Tap } from './tap-tempo'

const { sections } = aHearing()
const heardAs = ({ start, end, role }: AnySection) => ({ start, end, role, energy: 0, onsetDensity: 0, why: '' })
const bars = Array.from({ length: 32 }, (_, index) => index * 2)

describe('history', () => {
  it('takes steps back and on again, and forgets what was undone once something else is done', () => {
    const first = corrections()
    const second = { ...first, octave: 1 }
    const third = { ...second, nudgeMs: 5 }
    const all = changed(changed(begun(first), second), third)
    expect(undone(undone(all)).now).toBe(first)
    expect(redone(undone(all)).now).toBe(third)
    expect(changed(undone(all), { ...second, meter: 3 }).future).toEqual([])
    expect(undone(begun(first)).now).toBe(first)
  })

  it('holds no step that changes nothing, whatever the version', () => {
    const history = begun(corrections())
    expect(changed(history, corrections({ version: 9, one: null }))).toBe(history)
    expect(same(corrections({ sections: null }), corrections({ sections: [] }))).toBe(false)
  })
})

describe('changes to the beat', () => {
  const hearing = aHearing()
  it('undo each other', () => {
    const start = corrections()
    const there = doubled(start, hearing)
    expect(there && halved(there, hearing)).toEqual(start)
    const moved = shifted(1)(start, hearing)
    expect(moved && shifted(-1)(moved, hearing)).toEqual(start)
  })

  it('stop where the studio stops', () => {
    expect(doubled(corrections({ octave: 2 }), hearing)).toBeNull()
    expect(shifted(1)(corrections({ halfBeats: 8 }), hearing)).toBeNull()
    expect(nudged(5)(corrections({ nudgeMs: 500 }), hearing)).toBeNull()
  })

  it('make the nearest beat the one', () => {
    expect(oneAt(1.1)(corrections(), hearing)?.one).toBe(2)
    expect(oneAt(1.3)(corrections({ one: 2 }), hearing)?.one).toBe(1)
    expect(oneAt(3)(corrections(), aHearing({ beats: [], positions: [], meter: 0 }))).toBeNull()
    expect(metred(3)(corrections({ one: 3 }), hearing)).toMatchObject({ meter: 3, one: 0 })
  })

  it('are told in words', () => {
    expect(placeWords(0, 0)).toBeUndefined()
    expect(placeWords(1, -10)).toBe('½ beat later, 10 ms earlier')
    expect(placeWords(-3, 0)).toBe('1½ beats earlier')
  })

  it('show a nudge at once', () => {
    expect(previewed(hearing, corrections({ nudgeMs: 20 })).beats[1]).toBeCloseTo(0.52)
    expect(previewed(hearing, corrections())).toBe(hearing)
  })
})

describe('sections', () => {
  it('move an edge to the nearest bar, both neighbours together', () => {
    const moved = edgeMoved(sections, 1, 18.8, bars)
    expect(moved.map(({ start, end }) => [start, end])).toEqual([
      [0, 18],
      [18, 40],
      [40, 64],
    ])
    expect(edgeMoved(sections, 1, 18.8, null)[1]).toMatchObject({ start: 18.8, exact: true })
  })

  it('keep an edge beside a bar on purpose through later edits', () => {
    const exact = plain(edgeMoved(sections, 1, 18.8, null))
    const kept = aHearing({ corrections: corrections({ sections: exact }), sections: exact.map(heardAs) })
    expect(described(withExact(kept).sections, 0, { name: 'Tide' })[1]).toMatchObject({ start: 18.8, exact: true })
  })

  it('leave each at least a second', () => {
    expect(edgeMoved(sections, 1, -5, null)[0]?.end).toBe(1)
    expect(edgeMoved(sections, 1, 99, bars)[1]?.start).toBe(38)
    expect(split([{ start: 0, end: 1.5, role: 'verse' }], 0.7, [])).toBeNull()
  })

  it('split at a bar and merge again', () => {
    const two = split(described(sections, 1, { name: 'Story' }), 27.2, bars)
    expect(two?.slice(1, 3)).toEqual([
      { start: 16, end: 28, role: 'verse', name: 'Story', exact: false },
      { start: 28, end: 40, role: 'verse', exact: false },
    ])
    expect(two && merged(two, 1)[1]).toEqual({ start: 16, end: 40, role: 'verse', name: 'Story', exact: false })
  })

  it('mark a stretch as free and take that back', () => {
    const free = freed([], { start: 16, end: 40 }, true)
    expect(isFree(free, { start: 16, end: 40 })).toBe(true)
    expect(freed(free, { start: 20, end: 24 }, false)).toEqual([
      { start: 16, end: 20 },
      { start: 24, end: 40 },
    ])
    expect(freed(free, { start: 16, end: 40 }, false)).toEqual([])
  })
})

describe('tapping', () => {
  const at = (times: readonly number[], song: boolean): Tap[] =>
    times.reduce<Tap[]>((taps, time) => withTap(taps, { clock: 100 + time, song: song ? 10 + time : null }), [])

  it('finds the tempo and the place of the first tap', () => {
    const found = tempoOf(at([0, 0.5, 1, 1.5], true))
    expect(found?.tempo).toBeCloseTo(120)
    expect(found?.anchor).toBeCloseTo(10)
    expect(found?.spreadMs).toBeCloseTo(0)
  })

  it('averages over uneven taps and says how uneven they are', () => {
    const found = tempoOf(at([0, 0.51, 0.99, 1.52, 1.98, 2.5], false))
    expect(found?.tempo).toBeGreaterThan(119)
    expect(found?.tempo).toBeLessThan(121)
    expect(found?.spreadMs).toBeGreaterThan(5)
    expect(found?.anchor).toBeNull()
  })

  it('takes a missed tap for a hole and a long pause for a new beginning', () => {
    expect(tempoOf(at([0, 0.5, 1, 2, 2.5, 3], false))?.tempo).toBeCloseTo(120)
    expect(at([0, 0.5, 1, 9], false)).toHaveLength(1)
    expect(tempoOf(at([0, 0.5], false))).toBeNull()
  })

  it('begins anew when the song jumps between two taps', () => {
    expect(withTap([{ clock: 1, song: 10 }], { clock: 1.5, song: 40 })).toHaveLength(1)
  })
})
