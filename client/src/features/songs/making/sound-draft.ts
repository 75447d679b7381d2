import type { SoundModel, SoundSettings } from '@/api/sounds'

/** Everything typed and chosen, whether the present model takes it or not: another one may. */
export interface SoundDraft {
  model: string | null
  prompt: string
  lyrics: string
  words: 'own' | 'written' | 'none'
  seconds: number | null
  voice: string | null
  variations: number
}

export const emptySound: SoundDraft = {
  model: null,
  prompt: '',
  lyrics: '',
  words: 'none',
  seconds: null,
  voice: null,
  variations: 1,
}

/** Who sings what, as far as the model leaves a choice. */
export function wordChoices(model: SoundModel): SoundDraft['words'][] {
  if (model.kind === 'speech') return []
  const choices: SoundDraft['words'][] = []
  if (model.lyrics !== 'no') choices.push('own')
  if (model.writesLyrics) choices.push('written')
  if (model.lyrics !== 'required') choices.push('none')
  return choices
}

export function wordsOf(draft: SoundDraft, model: SoundModel): SoundDraft['words'] {
  const choices = wordChoices(model)
  return choices.includes(draft.words) ? draft.words : (choices.at(-1) ?? 'none')
}

export function secondsOf(draft: SoundDraft, model: SoundModel): number | undefined {
  const { durations, minSeconds, maxSeconds, defaultSeconds } = model
  if (durations.length > 0) {
    const wanted = draft.seconds ?? defaultSeconds ?? durations[0] ?? 0
    return durations.reduce((best, one) => (Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best))
  }
  if (maxSeconds == null) return undefined
  return Math.min(maxSeconds, Math.max(minSeconds ?? 1, draft.seconds ?? defaultSeconds ?? Math.min(120, maxSeconds)))
}

/** The order for a model: only what it takes. */
export function settingsFor(draft: SoundDraft, model: SoundModel): SoundSettings {
  const words = wordsOf(draft, model)
  const seconds = secondsOf(draft, model)
  const voice =
    draft.voice && model.voices.includes(draft.voice) ? draft.voice : (model.defaultVoice ?? model.voices[0])
  return {
    kind: model.kind,
    model: model.id,
    prompt: draft.prompt.trim(),
    ...(words === 'own' && draft.lyrics.trim() ? { lyrics: draft.lyrics.trim() } : {}),
    ...(words === 'written' ? { writeLyrics: true } : {}),
    ...(words === 'none' && model.kind === 'music' && model.instrumental ? { instrumental: true } : {}),
    ...(seconds === undefined ? {} : { seconds }),
    ...(voice ? { voice } : {}),
  }
}

/** The first thing that an order still lacks, as a sentence; null when it can go out. */
export function lackOf(draft: SoundDraft, model: SoundModel): { field: 'prompt' | 'lyrics'; sentence: string } | null {
  const { promptLimit, lyricsLimit } = model
  if (draft.prompt.trim() === '')
    return {
      field: 'prompt',
      sentence: model.kind === 'music' ? 'Say what it should sound like.' : 'Say what is to be read.',
    }
  if (promptLimit && draft.prompt.length > promptLimit)
    return {
      field: 'prompt',
      sentence: `${model.name} takes ${promptLimit} characters; these are ${draft.prompt.length}.`,
    }
  if (wordsOf(draft, model) !== 'own') return null
  if (draft.lyrics.trim() === '')
    return { field: 'lyrics', sentence: 'Write the words to be sung, or choose otherwise.' }
  if (lyricsLimit && draft.lyrics.length > lyricsLimit)
    return {
      field: 'lyrics',
      sentence: `${model.name} takes ${lyricsLimit} characters of lyrics; these are ${draft.lyrics.length}.`,
    }
  return null
}
