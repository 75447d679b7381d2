/** Seconds as minutes and seconds, with hours when there are any: "1:12", "1:04:09". */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds))
  const hours = Math.floor(whole / 3600)
  const minutes = Math.floor((whole % 3600) / 60)
  const rest = String(whole % 60).padStart(2, '0')
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`
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

const dayFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
const momentFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
})
const timeFormat = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

export function day(instant: string): string {
  return dayFormat.format(new Date(instant))
}

export function moment(instant: string): string {
  return momentFormat.format(new Date(instant))
}

export function timeOfDay(instant: number): string {
  return timeFormat.format(instant)
}
