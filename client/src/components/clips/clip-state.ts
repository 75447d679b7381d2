import type { Clip, ClipStatus } from '@/api/clips'
import type { StateTone } from '@/components/ui/state-mark'

const words: Record<ClipStatus, { tone: StateTone; word: string }> = {
  reserved: { tone: 'waiting', word: 'In line' },
  submitting: { tone: 'working', word: 'Sending' },
  working: { tone: 'working', word: 'Working' },
  collecting: { tone: 'working', word: 'Fetching' },
  done: { tone: 'done', word: 'Done' },
  failed: { tone: 'refused', word: 'Failed' },
  uncertain: { tone: 'attention', word: 'Sent or not?' },
  needsConsent: { tone: 'attention', word: 'Needs your consent' },
  cancelled: { tone: 'off', word: 'Cancelled' },
  priceChanged: { tone: 'attention', word: 'Price changed' },
}

/** The mark and the word for where a clip stands. */
export function stateOf(clip: Pick<Clip, 'status' | 'cancelAsked'>): { tone: StateTone; word: string } {
  return clip.cancelAsked && isRunning(clip.status)
    ? { tone: 'off', word: 'Given up, still fetched' }
    : words[clip.status]
}

/** Venice or the studio is busy with it. */
export function isRunning(status: ClipStatus): boolean {
  return status === 'submitting' || status === 'working' || status === 'collecting'
}

/** It waits for a person and for nothing else. */
export function needsPerson(status: ClipStatus): boolean {
  return status === 'uncertain' || status === 'needsConsent' || status === 'priceChanged'
}

/** Nothing will happen to it by itself any more. */
export function isOver(status: ClipStatus): boolean {
  return status === 'done' || status === 'failed' || status === 'cancelled'
}

/** Venice has not been asked for it yet, so that cancelling costs nothing. */
export function isBeforePurchase(status: ClipStatus): boolean {
  return status === 'reserved' || status === 'needsConsent' || status === 'priceChanged'
}
