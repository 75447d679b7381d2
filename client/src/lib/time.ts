/** Seconds as minutes and seconds, with hours when there are any: "1:12", "1:04:09". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const rest = pair(whole % 60)
  return hours > 0 ? `${hours}:${pair(minutes)}:${rest}` : `${minutes}:${rest}`
}

/** A stretch of time in words, rounded the way one would say it: "40 seconds", "3 minutes". */
export function inWords(seconds: number): string {
  if (seconds < 90) return counted(Math.max(1, Math.round(seconds)), 'second')
  if (seconds < 5400) return counted(Math.round(seconds / 60), 'minute')
  if (seconds < 129_600) return counted(Math.round(seconds / 3600), 'hour')
  return counted(Math.round(seconds / 86_400), 'day')
}

function counted(count: number, unit: string) {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

/** How long ago an instant was: "just now", "5 minutes ago", then its date. */
export function ago(instant: string, now: number): string {
  const seconds = (now - Date.parse(instant)) / 1000
  if (seconds < 45) return 'just now'
  return seconds < 6 * 86_400 ? `${inWords(seconds)} ago` : day(instant)
}

// By hand: Intl's first format of a date takes a phone a quarter of a second, before anything is seen.
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** "21 Nov 2026". */
export function day(instant: string): string {
  const date = new Date(instant)
  return `${date.getDate()} ${months[date.getMonth()]} ${date.getFullYear()}`
}

/** "21 Nov, 14:05". */
export function moment(instant: string): string {
  const date = new Date(instant)
  return `${date.getDate()} ${months[date.getMonth()]}, ${timeOfDay(date.getTime())}`
}

/** "14:05". */
export function timeOfDay(instant: number): string {
  const date = new Date(instant)
  return `${pair(date.getHours())}:${pair(date.getMinutes())}`
}

/** "21 Nov", for a day that is one in every part of the world. */
export function shortDay(date: string): string {
  const day = new Date(date)
  return `${day.getUTCDate()} ${months[day.getUTCMonth()]}`
}

function pair(count: number): string {
  return String(count).padStart(2, '0')
}
