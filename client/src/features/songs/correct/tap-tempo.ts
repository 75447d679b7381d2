/** One press: by the clock, and where in the song it fell if that was playing. Seconds. */
export interface Tap {
  clock: number
  song: number | null
}

export interface Tapped {
  taps: number
  tempo: number
  /** How far a press is from its place on the even grid, as a rule; milliseconds. */
  spreadMs: number
  /** Where in the song the first tap belongs, if it played all the while. */
  anchor: number | null
}

/** A pause longer than this begins a new count: 30 BPM is the slowest that can be tapped. */
const pause = 2.4

/** The taps after another one. */
export function withTap(taps: readonly Tap[], tap: Tap): Tap[] {
  const last = taps.at(-1)
  if (!last || tap.clock - last.clock > pause || (last.song === null) !== (tap.song === null)) return [tap]
  const songWent = (tap.song ?? tap.clock) - (last.song ?? last.clock)
  const seeked = Math.abs(songWent - (tap.clock - last.clock)) > 0.25
  return seeked ? [tap] : [...taps, tap].slice(-64)
}

/**
 * The even grid that lies closest to the taps (least squares), so that every press counts and not only the first and last.
 * A missed beat leaves a hole in the count and not a slower tempo. Null below three taps.
 */
export function tempoOf(taps: readonly Tap[]): Tapped | null {
  if (taps.length < 3) return null
  const times = taps.map((tap) => tap.song ?? tap.clock)
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0))
  const usual = [...gaps].sort((a, b) => a - b)[gaps.length >> 1] ?? 0
  if (usual <= 0) return null
  const counts = [0]
  for (const gap of gaps) counts.push((counts.at(-1) ?? 0) + Math.max(1, Math.round(gap / usual)))

  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [middleCount, middleTime] = [mean(counts), mean(times)]
  let [over, under] = [0, 0]
  counts.forEach((count, index) => {
    over += (count - middleCount) * ((times[index] ?? 0) - middleTime)
    under += (count - middleCount) ** 2
  })
  const beat = over / under
  const start = middleTime - beat * middleCount
  const off = times.map((time, index) => time - (start + beat * (counts[index] ?? 0)))
  return {
    taps: taps.length,
    tempo: 60 / beat,
    spreadMs: Math.sqrt(mean(off.map((value) => value * value))) * 1000,
    anchor: taps[0]?.song === null ? null : start,
  }
}
