import type { Corrections } from '@/api/track-types'

/** What was, what is and what was taken back. */
export interface History {
  past: readonly Corrections[]
  now: Corrections
  future: readonly Corrections[]
}

const most = 200

export const begun = (now: Corrections): History => ({ past: [], now, future: [] })

/** Whether two say the same, whatever their versions. */
export function same(a: Corrections, b: Corrections): boolean {
  return JSON.stringify(bare(a)) === JSON.stringify(bare(b))
}

/** In one order of fields and with nothing missing, so that two can be compared. */
function bare({ octave, halfBeats, nudgeMs, one, meter, tapped, free, sections }: Corrections) {
  return [
    octave,
    halfBeats,
    nudgeMs,
    one ?? null,
    meter ?? null,
    tapped ? [tapped.tempo, tapped.anchor] : null,
    free.map(({ start, end }) => [start, end]),
    sections?.map(({ start, end, role, name }) => [start, end, role, name ?? null]) ?? null,
  ]
}

export function changed(history: History, next: Corrections): History {
  if (same(history.now, next)) return history
  return { past: [...history.past, history.now].slice(-most), now: next, future: [] }
}

export function undone(history: History): History {
  const before = history.past.at(-1)
  if (!before) return history
  return { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future] }
}

export function redone(history: History): History {
  const [after, ...future] = history.future
  if (!after) return history
  return { past: [...history.past, history.now], now: after, future }
}

/** No corrections at all, as a song begins. */
export function untouched(version: number): Corrections {
  return {
    version,
    octave: 0,
    halfBeats: 0,
    nudgeMs: 0,
    one: null,
    meter: null,
    tapped: null,
    free: [],
    sections: null,
  }
}

export function isTouched(corrections: Corrections): boolean {
  return !same(corrections, untouched(0))
}
