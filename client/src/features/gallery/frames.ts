/** Most of Venice's models make 24 pictures a second; the real number is measured while the clip plays. */
export const usualFrame = 1 / 24

/**
 * The length of a frame in seconds, from the times of pictures shown one after another. Playing drops pictures, so the gaps are
 * frames or whole numbers of them, and the middle one of the gaps is taken. Null: too few, or not those of a video.
 */
export function frameLength(times: readonly number[]): number | null {
  const gaps = times
    .slice(1)
    .map((time, n) => time - (times[n] ?? 0))
    .filter((gap) => gap > 0.004 && gap < 0.2)
    .toSorted((a, b) => a - b)
  return gaps.length < 4 ? null : (gaps[Math.floor(gaps.length / 2)] ?? null)
}

/**
 * Where to seek to see the next picture or the one before, given the time of the picture on screen: the middle of that picture,
 * since its edges belong to either, depending on rounding.
 */
export function stepTo(shown: number, frames: 1 | -1, frame: number, duration: number): number {
  const last = Math.max(0, duration - frame / 2)
  return Math.min(last, Math.max(0, shown + frames * frame + frame / 2))
}
