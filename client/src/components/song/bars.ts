import type { AnySection, Hearing } from '@/api/track-types'

export interface Bar {
  /** From 1, as it is shown. */
  number: number
  start: number
  end: number
  beats: number
}

type Grid = Pick<Hearing, 'beats' | 'positions' | 'duration'>

/** The bars of a song; a pickup before the first downbeat belongs to none. */
export function barsOf({ beats, positions, duration }: Grid): Bar[] {
  const bars: Bar[] = []
  beats.forEach((start, index) => {
    const last = bars.at(-1)
    if (positions[index] === 1) {
      if (last) last.end = start
      bars.push({ number: bars.length + 1, start, end: duration, beats: 1 })
    } else if (last) last.beats += 1
  })
  return bars
}

/** The last place whose value is not above the wanted one; −1 before the first. Values ascend. */
export function lastAtMost(values: readonly number[], wanted: number): number {
  let [from, to] = [0, values.length]
  while (from < to) {
    const middle = (from + to) >> 1
    if ((values[middle] ?? 0) <= wanted) from = middle + 1
    else to = middle
  }
  return from - 1
}

/** Which beat of which bar sounds at a moment. */
export interface Place {
  bar: number
  beat: number
  index: number
}

/** A browser sets a song to a moment a millisecond or two early; sent to a beat, it is there. */
export const early = 0.005

/** Looks up places fast enough for every frame. */
export class BarCounter {
  private readonly numbers: number[] = []
  private readonly grid: Grid

  constructor(grid: Grid) {
    this.grid = grid
    let bar = 0
    for (const position of grid.positions) {
      if (position === 1) bar += 1
      this.numbers.push(bar)
    }
  }

  /** Null before the first beat, and where there are no beats. */
  at(seconds: number): Place | null {
    const index = lastAtMost(this.grid.beats, seconds + early)
    if (index < 0) return null
    return { index, bar: this.numbers[index] ?? 0, beat: this.grid.positions[index] ?? 0 }
  }

  /** "34.2", and dashes where nobody counts. */
  words(seconds: number): string {
    const place = this.at(seconds)
    if (!place || place.beat === 0) return '–.–'
    return `${place.bar}.${place.beat}`
  }
}

/** The nearest of some ascending moments; the moment itself where there are none. */
export function nearest(moments: readonly number[], seconds: number): number {
  const at = lastAtMost(moments, seconds)
  const [before, after] = [moments[at], moments[at + 1]]
  if (before === undefined) return after ?? seconds
  if (after === undefined) return before
  return seconds - before <= after - seconds ? before : after
}

/** Where a section's edge may lie: on a bar, or on a beat where no bars were heard. */
export function edgesToSnapTo({ beats, positions }: Grid): number[] {
  const downbeats = beats.filter((_, index) => positions[index] === 1)
  return downbeats.length > 0 ? downbeats : beats
}

export function sectionAt(sections: readonly AnySection[], seconds: number): number {
  return sections.findIndex((section) => seconds >= section.start && seconds < section.end)
}
