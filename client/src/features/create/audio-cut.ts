import type { AudioCut } from '@/api/library'

/** Seconds that Venice takes of a sound at most. */
export const longestCut = 30

const shortestCut = 1

/** A cut that lies inside the sound. `duration` null: the browser cannot read the file, the studio will. */
export function withinSound(cut: AudioCut, duration: number | null): AudioCut {
  const all = duration ?? Infinity
  const length = Math.min(longestCut, all, Math.max(Math.min(shortestCut, all), cut.length))
  const start = Math.max(0, Math.min(cut.start, all - length))
  return { start: tenth(start), length: tenth(length) }
}

/** Lengths worth offering for a sound: those of clips, and as much as there may be. */
export function lengthsFor(duration: number | null): number[] {
  const most = Math.min(longestCut, duration ?? longestCut)
  const round = [5, 10, 15, 20, 30].filter((length) => length <= most)
  return round.includes(Math.floor(most)) ? round : [...round, tenth(most)]
}

/** Down to a tenth of a second, so that a cut never ends after its sound. */
function tenth(seconds: number): number {
  return Math.floor(seconds * 10 + 1e-6) / 10
}
