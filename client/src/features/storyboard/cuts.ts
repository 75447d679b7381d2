import type { Shot } from '@/api/board'
import { nearest } from '@/components/song/bars'

/** No shot is shorter than this, seconds: the eye needs about that long to see anything. */
const shortest = 0.2

/** Where a shot may begin: between the beginning of the one before it and its own end. */
export function roomOf(
  shots: readonly Pick<Shot, 'start' | 'end'>[],
  index: number,
): { from: number; to: number } | null {
  const [before, shot] = [shots[index - 1], shots[index]]
  return before && shot ? { from: before.start + shortest, to: shot.end - shortest } : null
}

/** Where a cut comes to lie: on the nearest beat that leaves both shots some length, or where it was put when it is free. */
export function placeOf(
  shots: readonly Pick<Shot, 'start' | 'end'>[],
  index: number,
  seconds: number,
  how: { beats: readonly number[]; free: boolean },
): number | null {
  const room = roomOf(shots, index)
  if (!room || room.to < room.from) return null
  const inside = Math.min(room.to, Math.max(room.from, seconds))
  if (how.free) return inside
  const beats = how.beats.filter((beat) => beat >= room.from && beat <= room.to)
  return beats.length > 0 ? nearest(beats, inside) : inside
}

/** The next beat after a moment, or the one before it. */
export function beatBeside(beats: readonly number[], seconds: number, direction: 1 | -1): number {
  const near = 0.01
  const found =
    direction > 0 ? beats.find((beat) => beat > seconds + near) : beats.findLast((beat) => beat < seconds - near)
  return found ?? seconds + direction * 0.5
}

/** Where a shot is best split: at the playhead when that is in it, or else at the beat nearest its middle. */
export function splitOf(shot: Pick<Shot, 'start' | 'end'>, beats: readonly number[], moment: number): number {
  if (moment > shot.start + shortest && moment < shot.end - shortest) return nearest(insideOf(shot, beats), moment)
  return nearest(insideOf(shot, beats), (shot.start + shot.end) / 2)
}

function insideOf(shot: Pick<Shot, 'start' | 'end'>, beats: readonly number[]) {
  return beats.filter((beat) => beat > shot.start + shortest && beat < shot.end - shortest)
}
