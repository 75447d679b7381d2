/** Minutes, seconds and hundredths: "1:04.50". */
export function fineClock(seconds: number): string {
  const hundredths = Math.round(Math.max(0, seconds) * 100)
  const rest = ((hundredths % 6000) / 100).toFixed(2).padStart(5, '0')
  return `${Math.floor(hundredths / 6000)}:${rest}`
}

/** What a person typed as a time ("1:04.5", "64,5"), in seconds; null when it is none. */
export function readClock(text: string): number | null {
  const found = /^\s*(?:(\d{1,3}):)?(\d{1,4}(?:[.,]\d{0,3})?)\s*$/.exec(text)
  if (!found?.[2]) return null
  const seconds = Number(found[2].replace(',', '.'))
  if (found[1] !== undefined && seconds >= 60) return null
  return Number(found[1] ?? 0) * 60 + seconds
}
