import type { Corrections, Hearing } from '@/api/track-types'
import { lastAtMost } from '@/components/song/bars'

/** Changes to the grid, each from corrections to corrections; null where it would go too far. */
export type BeatChange = (now: Corrections, hearing: Hearing) => Corrections | null

export const doubled: BeatChange = (now) => (now.octave >= 2 ? null : { ...now, octave: now.octave + 1 })
export const halved: BeatChange = (now) => (now.octave <= -2 ? null : { ...now, octave: now.octave - 1 })

export const shifted =
  (halfBeats: number): BeatChange =>
  (now) => {
    const next = now.halfBeats + halfBeats
    return Math.abs(next) > 8 ? null : { ...now, halfBeats: next }
  }

export const nudged =
  (milliseconds: number): BeatChange =>
  (now) => {
    const next = now.nudgeMs + milliseconds
    return Math.abs(next) > 500 ? null : { ...now, nudgeMs: next }
  }

export const metred =
  (meter: number): BeatChange =>
  (now) => ({ ...now, meter, one: (now.one ?? 0) % meter })

/** The beat nearest to a moment becomes the first of its bar. */
export const oneAt =
  (seconds: number): BeatChange =>
  (now, { beats, positions, meter }) => {
    const before = lastAtMost(beats, seconds)
    const after = before + 1
    const near = seconds - (beats[before] ?? -Infinity) <= (beats[after] ?? Infinity) - seconds ? before : after
    if (beats[near] === undefined || meter < 1) return null
    const position = positions[near] || (near % meter) + 1
    return { ...now, one: ((now.one ?? 0) + position - 1) % meter }
  }

export const tappedAs =
  (tempo: number, anchor: number): BeatChange =>
  (now) => ({ ...now, tapped: { tempo, anchor }, octave: 0, halfBeats: 0, nudgeMs: 0, one: null })

/** As heard, sections left alone. */
export const asHeard: BeatChange = (now) => ({
  ...now,
  octave: 0,
  halfBeats: 0,
  nudgeMs: 0,
  one: null,
  meter: null,
  tapped: null,
  free: [],
})

/** Whether anything about the beat was corrected. */
export function beatIsTouched(now: Corrections): boolean {
  return Boolean(now.octave || now.halfBeats || now.nudgeMs || now.one || now.meter || now.tapped || now.free.length)
}
