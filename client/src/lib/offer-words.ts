/** Seconds that a duration word of the catalogue stands for; null for words such as "Auto" that name no number. */
export function secondsOf(duration: string): number | null {
  const match = /^(\d+(?:\.\d+)?)\s*s?$/i.exec(duration.trim())
  return match?.[1] === undefined ? null : Number(match[1])
}

/** Lines of a picture at a resolution word; null where the word is a factor ("2x") or unknown. */
export function linesOf(resolution: string): number | null {
  const lines = /(\d+)p$/i.exec(resolution)
  if (lines?.[1] !== undefined) return Number(lines[1])
  const thousands = /^(\d)k$/i.exec(resolution)
  return thousands?.[1] === undefined ? null : Number(thousands[1]) === 2 ? 1440 : Number(thousands[1]) * 540
}

/** Width divided by height of a ratio word; null for "adaptive" and its like. */
export function shapeOf(ratio: string): number | null {
  const [width, height] = ratio.split(':').map(Number)
  return width && height ? width / height : null
}

/** A duration as a button says it. */
export function durationWords(duration: string): string {
  const seconds = secondsOf(duration)
  if (seconds !== null) return `${seconds} s`
  return /^auto$|^-1$/i.test(duration) ? 'As long as the source' : duration
}

/** A resolution as a button says it: Venice's spelling varies, a person's does not. */
export function resolutionWords(resolution: string): string {
  if (/^\d+p$/i.test(resolution)) return resolution.toLowerCase()
  if (/^\dk$/i.test(resolution)) return resolution.toUpperCase()
  if (/^\dx$/i.test(resolution)) return `${resolution[0]}×`
  return resolution === 'true_1080p' ? '1080p, true' : resolution
}

export function ratioWords(ratio: string): string {
  return /^(adaptive|auto)$/i.test(ratio) ? 'As the source' : ratio
}

/** "6, 8 and 10 s": a list as one says it, with a unit shared by all named once. */
export function listed(words: readonly string[]): string {
  const shared = words.length > 1 && words.every((word) => word.endsWith(' s'))
  const bare = shared ? words.map((word) => word.slice(0, -2)) : words
  const text = bare.length < 2 ? (bare[0] ?? '') : `${bare.slice(0, -1).join(', ')} and ${bare[bare.length - 1]}`
  return shared ? `${text} s` : text
}
