import type { Board, Shot } from '@/api/board'
import type { Clip } from '@/api/clips'
import type { Take } from '@/api/takes'
import { isRunning, needsPerson } from '@/components/clips/clip-state'
import type { StateTone } from '@/components/ui/state-mark'

/** Takes of one shot. */
export interface ShotTakes {
  /** Oldest first. */
  all: readonly Take[]
  /** What the cut shows; null while there is nothing good. */
  chosen: Take | null
  /** Ordered, and not there yet. */
  running: readonly Clip[]
  /** Waits for a person. */
  asking: Clip | null
  /** The last try came to nothing. */
  failed: Clip | null
}

export const noTakes: ShotTakes = { all: [], chosen: null, running: [], asking: null, failed: null }

/** Whether a take can be looked at: a finished clip, or footage of one's own. */
export function isGood(take: Take): boolean {
  return take.footage != null || take.clip?.status === 'done'
}

/** The file of a take, once it is there. */
export function mediaOf(take: Take) {
  return take.footage?.media ?? take.clip?.media ?? null
}

export function takesByShot(takes: readonly Take[]): Map<string, ShotTakes> {
  const lists = new Map<string, Take[]>()
  for (const take of takes) lists.set(take.shotId, [...(lists.get(take.shotId) ?? []), take])
  return new Map([...lists].map(([id, all]) => [id, summed(all)]))
}

function summed(all: readonly Take[]): ShotTakes {
  const clips = all.flatMap((take) => (take.clip ? [take.clip] : []))
  const last = clips.at(-1)
  return {
    all,
    chosen: all.find((take) => take.chosen && isGood(take)) ?? null,
    running: clips.filter((clip) => clip.status === 'reserved' || isRunning(clip.status)),
    asking: clips.find((clip) => needsPerson(clip.status)) ?? null,
    failed: last?.status === 'failed' ? last : null,
  }
}

/** Where a shot stands on its way to the film, in a word and a tone. */
export function stateOfShot(shot: Shot, takes: ShotTakes): { tone: StateTone; word: string } {
  const good = takes.all.filter(isGood).length
  if (takes.asking) return { tone: 'attention', word: 'Needs you' }
  const [first] = takes.running
  if (first) {
    if (first.status !== 'reserved') return { tone: 'working', word: 'Rendering' }
    return { tone: 'waiting', word: 'In line' }
  }
  if (good > 0) return { tone: 'done', word: good === 1 ? 'Filmed' : `${good} takes` }
  if (takes.failed) return { tone: 'refused', word: 'Not filmed' }
  if (shot.sameAs) return { tone: 'done', word: 'Same footage' }
  if (shot.movingStill) return { tone: 'done', word: 'Moving still' }
  return shot.approved ? { tone: 'off', word: 'Not filmed yet' } : { tone: 'attention', word: 'Not approved yet' }
}

/** Why the newest try of a shot came to nothing, which is filmed and keeps what it has; null while a newer one is under way. */
export function failedAgain(takes: ShotTakes): string | null {
  if (takes.asking || takes.running.length > 0 || !takes.all.some(isGood)) return null
  return takes.failed?.failure?.sentence ?? null
}

/** Whether a shot buys a clip of its own. */
export function isFilmed(shot: Shot): boolean {
  return !shot.sameAs && !shot.movingStill
}

/** The whole in numbers. `ready`: shots that have what they show in the film. */
export interface TakeCounts {
  shots: number
  ready: number
  rendering: number
  waiting: number
  failed: number
  /** Filmed, and the newest try came to nothing. */
  failedAgain: number
  unapproved: number
}

export function countsOf(board: Pick<Board, 'shots'>, takesOf: (id: string) => ShotTakes): TakeCounts {
  const none = { ready: 0, rendering: 0, waiting: 0, failed: 0, failedAgain: 0, unapproved: 0 }
  const counts: TakeCounts = { shots: board.shots.length, ...none }
  for (const shot of board.shots) {
    const takes = takesOf(shot.id)
    const good = takes.all.some(isGood)
    if (good || !isFilmed(shot)) counts.ready += 1
    else if (takes.failed && takes.running.length === 0) counts.failed += 1
    else if (!shot.approved && takes.all.length === 0) counts.unapproved += 1
    if (failedAgain(takes)) counts.failedAgain += 1
    counts.waiting += takes.running.filter((clip) => clip.status === 'reserved').length
    counts.rendering += takes.running.filter((clip) => clip.status !== 'reserved').length
  }
  return counts
}
