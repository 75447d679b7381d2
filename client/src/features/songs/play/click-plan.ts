import { lastAtMost } from '@/components/song/bars'

/** Where the song and the sound card stood at one instant, seconds each; `rate` is the song's speed. */
export interface ClockPair {
  song: number
  card: number
  rate: number
}

export interface Click {
  /** On the sound card's clock. */
  at: number
  /** The first of a bar. */
  accent: boolean
  /** The beat's moment in the song. */
  song: number
}

/** When, on the sound card's clock, a moment of the song sounds. */
export function cardTime(pair: ClockPair, song: number): number {
  return pair.card + (song - pair.song) / pair.rate
}

/** The clicks of the beats in a stretch of the song: `from` excluded, `to` included. */
export function clicksBetween(
  beats: readonly number[],
  positions: readonly number[],
  pair: ClockPair,
  from: number,
  to: number,
): Click[] {
  const clicks: Click[] = []
  for (let index = lastAtMost(beats, from) + 1; index < beats.length; index += 1) {
    const song = beats[index] ?? 0
    if (song > to) break
    clicks.push({ at: cardTime(pair, song), accent: positions[index] === 1, song })
  }
  return clicks
}

/** A jump of the song against the sound card by more than this is a seek and no jitter. */
const jump = 0.05
const weight = 0.2

/**
 * The pair to go on with: a fresh look is averaged in, for a media element tells its time in steps of some milliseconds, and
 * clicks that followed each look would limp.
 */
export function steadied(before: ClockPair | null, seen: ClockPair): ClockPair {
  if (!before || before.rate !== seen.rate) return seen
  const off = cardTime(before, seen.song) - seen.card
  if (Math.abs(off) > jump) return seen
  return { ...seen, card: seen.card + off * (1 - weight) }
}
