import type { Hearing, Track } from '@/api/track-types'
import type { StateTone } from '@/components/ui/state-mark'

type Sure = Pick<Hearing, 'steady' | 'confidence'>

/** Under this the studio says that it may be wrong; under the lower one, that it probably is. */
const sure = 0.7
const doubtful = 0.4

export type Certainty = 'none' | 'low' | 'fair' | 'high'

export function certaintyOf({ steady, confidence }: Sure): Certainty {
  if (!steady) return 'none'
  if (confidence >= sure) return 'high'
  return confidence >= doubtful ? 'fair' : 'low'
}

const certainties: Record<Certainty, { tone: StateTone; words: string }> = {
  none: { tone: 'attention', words: 'No steady beat' },
  low: { tone: 'attention', words: 'Beat is a guess' },
  fair: { tone: 'waiting', words: 'Fairly sure of the beat' },
  high: { tone: 'done', words: 'Sure of the beat' },
}

export function certaintyWords(certainty: Certainty) {
  return certainties[certainty]
}

/** "124 BPM", with a decimal only where it says something. */
export function tempoWords(tempo: number): string {
  const rounded = Math.round(tempo * 10) / 10
  return `${Number.isInteger(rounded) ? rounded : rounded.toFixed(1)} BPM`
}

/** Eighths are what compound metres are counted in; everything else counts quarters. */
export function meterWords(meter: number): string {
  return `${meter}/${[6, 9, 12, 7].includes(meter) ? 8 : 4}`
}

export const hearingStages = ['decoding', 'rhythm', 'form'] as const

const stages = {
  decoding: 'Reading the sound',
  rhythm: 'Listening for the beat',
  form: 'Finding the sections',
}

/** Where the studio is with a song, in words. */
export function hearingWords({ state, stage }: Pick<Track, 'state' | 'stage'>): string {
  if (state === 'waiting') return 'Waits for its turn to be heard'
  return (stage && stages[stage]) ?? 'Listening'
}

/** How far the hearing is over all its stages, each counted alike; undefined while nothing has begun. */
export function heardShare({ state, stage, share }: Pick<Track, 'state' | 'stage' | 'share'>): number | undefined {
  if (state === 'waiting') return undefined
  return (hearingStages.indexOf(stage ?? 'decoding') + share) / hearingStages.length
}

const states: Record<Track['state'], { tone: StateTone; word: string }> = {
  waiting: { tone: 'waiting', word: 'In line' },
  listening: { tone: 'working', word: 'Listening' },
  heard: { tone: 'done', word: 'Heard' },
  failed: { tone: 'refused', word: 'Not readable' },
  cancelled: { tone: 'off', word: 'Not heard' },
}

export function stateOf(track: Pick<Track, 'state'>) {
  return states[track.state]
}
