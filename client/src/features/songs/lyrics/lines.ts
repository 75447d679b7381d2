import type { LyricLine, Lyrics } from '@/api/track-types'

/** The line that is sung at a moment, by its index: the last one that has begun and not ended long ago; −1 for none. */
export function lineAt(lines: readonly LyricLine[], seconds: number): number {
  const index = lines.findLastIndex((line) => line.start != null && line.start <= seconds)
  const line = lines[index]
  if (!line) return -1
  const over = line.end != null && seconds > line.end + 1.5
  return over ? -1 : index
}

/** The next line of words after one; empty lines part the verses and are not tapped. */
export function nextToTap(lines: readonly Pick<LyricLine, 'text'>[], after: number): number {
  return lines.findIndex((line, index) => index > after && line.text.trim() !== '')
}

export interface TimedLine {
  text: string
  start: number | null
  end: number | null
}

/** A line begins where it was tapped, and the one before it ends there at the latest. */
export function withTime(lines: readonly TimedLine[], index: number, start: number): TimedLine[] {
  return lines.map((line, at) => {
    if (at === index) return { ...line, start, end: line.end !== null && line.end > start ? line.end : null }
    if (at >= index || line.start === null) return line
    return line.start >= start
      ? { ...line, start: null, end: null }
      : { ...line, end: Math.min(line.end ?? start, start) }
  })
}

export function toTimed(lines: readonly LyricLine[]): TimedLine[] {
  return lines.map(({ text, start, end }) => ({ text, start: start ?? null, end: end ?? null }))
}

/** What is known of the words, in a sentence. */
export function lyricsWords({ instrumental, lines }: Lyrics): string {
  if (instrumental) return 'Instrumental'
  const words = lines.filter((line) => line.text.trim() !== '')
  if (words.length === 0) return 'No lyrics yet'
  const timed = words.filter((line) => line.start != null)
  const guessed = timed.filter((line) => line.support === 'interpolated')
  if (timed.length === 0) return `${counted(words.length, 'line')}, none timed yet`
  const all = timed.length === words.length ? 'all timed' : `${timed.length} timed`
  return guessed.length > 0
    ? `${counted(words.length, 'line')}, ${all}, ${guessed.length} of them a guess`
    : `${counted(words.length, 'line')}, ${all}`
}

function counted(count: number, unit: string) {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
