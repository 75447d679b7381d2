import type { Shot, ShotWords } from '@/api/board'
import type { Still } from '@/api/stills'
import type { StateTone } from '@/components/ui/state-mark'

/** Pictures of one shot: all of them, oldest first, and the one that matters now when it is not simply there. */
export interface ShotStills {
  all: readonly Still[]
  /** On its way, the first of them, and how many there are. */
  drawing: Still | null
  underWay: number
  /** Waits for a person. */
  asking: Still | null
  /** The last one came to nothing. */
  failed: Still | null
}

export const noStills: ShotStills = { all: [], drawing: null, underWay: 0, asking: null, failed: null }

const running = new Set(['reserved', 'submitting', 'working', 'collecting'])
const asking = new Set(['uncertain', 'priceChanged', 'needsConsent'])

/** The pictures by their shot. */
export function stillsByShot(stills: readonly Still[]): Map<string, ShotStills> {
  const lists = new Map<string, Still[]>()
  for (const still of stills) {
    if (!still.shotId) continue
    const list = lists.get(still.shotId)
    if (list) list.push(still)
    else lists.set(still.shotId, [still])
  }
  return new Map([...lists].map(([id, all]) => [id, summed(all)]))
}

function summed(all: readonly Still[]): ShotStills {
  const last = all.at(-1)
  const drawing = all.filter((still) => running.has(still.status))
  return {
    all,
    drawing: drawing[0] ?? null,
    underWay: drawing.length,
    asking: all.find((still) => asking.has(still.status)) ?? null,
    failed: last?.status === 'failed' ? last : null,
  }
}

/** Where a shot stands, in a word and a tone. */
export function stateOfShot(shot: Shot, stills: ShotStills): { tone: StateTone; word: string } {
  if (stills.asking) return { tone: 'attention', word: 'Needs you' }
  if (stills.drawing) return { tone: 'working', word: stills.drawing.waiting ? 'In line' : 'Drawing' }
  if (shot.approved) return { tone: 'done', word: 'Approved' }
  if (stills.failed && !shot.stillUrl) return { tone: 'refused', word: 'Not drawn' }
  if (!hasWords(shot.words)) return { tone: 'off', word: 'No words yet' }
  if (!shot.stillUrl) return { tone: 'off', word: 'No still yet' }
  return shot.missing ? { tone: 'attention', word: 'Something missing' } : { tone: 'waiting', word: 'To approve' }
}

export function hasWords(words: ShotWords): boolean {
  return Boolean(words.picture.trim() || words.action.trim())
}

/** What a card shows of the words. */
export function shortWords(words: Partial<ShotWords>): string {
  return [words.picture, words.action].filter(Boolean).join(' ')
}

/** "4.1 s" */
export function lengthWords(seconds: number): string {
  return `${seconds.toFixed(1)} s`
}

/** A shot that could be approved as it stands. */
export function approvable(shot: Shot): boolean {
  return !shot.approved && !shot.missing && (Boolean(shot.stillUrl) || shot.sameAs != null)
}
