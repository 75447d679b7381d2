import { clock } from './time'

/** Where Venice last said a clip stands: seconds, and the instant it said so. */
export interface Reported {
  elapsedSeconds: number
  averageSeconds?: number | null
  asOf: string
}

/** Where it stands now. `fraction` null: there is no honest number, because no average is known or it is past. */
export interface Standing {
  elapsed: number
  fraction: number | null
  left: number | null
  over: boolean
}

/**
 * Counts a report on to this moment. A clip past its average has no fraction any more: the bar then says "longer than usual"
 * and does not pretend to creep to its end.
 */
export function standing(reported: Reported, nowMs: number): Standing {
  const since = Math.max(0, (nowMs - Date.parse(reported.asOf)) / 1000)
  const elapsed = Math.max(0, reported.elapsedSeconds) + (Number.isFinite(since) ? since : 0)
  const average = reported.averageSeconds ?? 0
  if (average <= 0) return { elapsed, fraction: null, left: null, over: false }
  if (elapsed >= average) return { elapsed, fraction: null, left: null, over: true }
  return { elapsed, fraction: elapsed / average, left: average - elapsed, over: false }
}

/** "1:12 of about 2:25", "3:01, longer than usual (about 2:25)", "0:40 so far". */
export function standingWords(reported: Reported, nowMs: number): string {
  const { elapsed, over } = standing(reported, nowMs)
  const average = reported.averageSeconds ?? 0
  if (over) return `${clock(elapsed)}, longer than usual (about ${clock(average)})`
  return average > 0 ? `${clock(elapsed)} of about ${clock(average)}` : `${clock(elapsed)} so far`
}

/** "about 1 min left": rounded so that it does not flicker. Null where nothing honest can be said. */
export function leftWords(left: number | null): string | null {
  if (left === null) return null
  if (left < 10) return 'a few seconds left'
  if (left < 55) return `about ${Math.ceil(left / 10) * 10} s left`
  const minutes = Math.round(left / 60)
  return minutes < 90 ? `about ${Math.max(1, minutes)} min left` : `about ${Math.round(minutes / 60)} h left`
}

/** The same until the last of several instants. Null where there is none, and while one of them is unknown. */
export function leftUntilLast(instants: readonly (string | null | undefined)[], nowMs: number): string | null {
  const last = Math.max(...instants.map((instant) => (instant ? Date.parse(instant) : Infinity)))
  return Number.isFinite(last) ? leftWords(Math.max(0, (last - nowMs) / 1000)) : null
}
