import type { QuoteSounds, SoundModel, SoundSettings } from '@/api/sounds'
import { languageFor } from './languages'

/** Everything typed and chosen, whether the present model takes it or not: another one may. */
export interface SoundDraft {
  model: string | null
  prompt: string
  lyrics: string
  words: 'own' | 'written' | 'none'
  seconds: number | null
  voice: string | null
  /** Two letters; null leaves it to the model. */
  language: string | null
  /** Times the usual pace. */
  speed: number | null
  /** The end runs into the beginning. */
  loop: boolean
  variations: number
}

export const emptySound: SoundDraft = {
  model: null,
  prompt: '',
  lyrics: '',
  words: 'none',
  seconds: null,
  voice: null,
  language: null,
  speed: null,
  loop: false,
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

export function secondsOf(draft: SoundDraft, { length }: SoundModel): number | undefined {
  if (!length) return undefined
  const { options, least, most, usual } = length
  const wanted = draft.seconds ?? usual ?? options[0] ?? Math.min(120, most ?? 120)
  if (options.length > 0) {
    return options.reduce((best, one) => (Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best))
  }
  return Math.min(most ?? wanted, Math.max(least ?? 1, wanted))
}

export function voiceOf(draft: SoundDraft, { voices, usualVoice }: SoundModel): string | undefined {
  return draft.voice && voices.includes(draft.voice) ? draft.voice : (usualVoice ?? voices[0])
}

/** Whether there is anything to be said or sung in a language. */
export function takesLanguage(draft: SoundDraft, model: SoundModel): boolean {
  return model.language && (model.lyrics === 'no' || wordsOf(draft, model) !== 'none')
}

export function speedOf(draft: SoundDraft, { speed }: SoundModel): number | undefined {
  return speed ? Math.min(speed.most, Math.max(speed.least, draft.speed ?? speed.usual)) : undefined
}

/** The order for a model: only what it takes, and what the model would do anyhow is left to it. */
export function settingsFor(draft: SoundDraft, model: SoundModel): SoundSettings {
  const words = wordsOf(draft, model)
  const seconds = secondsOf(draft, model)
  const voice = voiceOf(draft, model)
  const speed = speedOf(draft, model)
  return {
    kind: model.kind,
    model: model.id,
    prompt: draft.prompt.trim(),
    ...(words === 'own' && draft.lyrics.trim() ? { lyrics: draft.lyrics.trim() } : {}),
    ...(words === 'written' ? { writeLyrics: true } : {}),
    ...(words === 'none' && model.kind === 'music' && model.instrumental ? { instrumental: true } : {}),
    ...(seconds === undefined ? {} : { seconds }),
    ...(voice ? { voice } : {}),
    ...(takesLanguage(draft, model) && draft.language ? { language: languageFor(draft.language, model) } : {}),
    ...(speed === undefined || speed === model.speed?.usual ? {} : { speed }),
    ...(model.loop && draft.loop ? { loop: true } : {}),
  }
}

/** What its price depends on; for speech that is how much is read. */
export function quoteFor(draft: SoundDraft, model: SoundModel): QuoteSounds {
  const seconds = secondsOf(draft, model)
  return {
    kind: model.kind,
    model: model.id,
    variations: draft.variations,
    ...(seconds === undefined ? {} : { seconds }),
    ...(draft.prompt.trim() ? { characters: draft.prompt.trim().length } : {}),
  }
}

/** The first thing that an order still lacks, as a sentence; null when it can go out. */
export function lackOf(draft: SoundDraft, model: SoundModel): { field: 'prompt' | 'lyrics'; sentence: string } | null {
  const { promptLeast, promptLimit, lyricsLimit } = model
  if (draft.prompt.trim() === '')
    return {
      field: 'prompt',
      sentence: model.kind === 'music' ? 'Say what it should sound like.' : 'Say what is to be read.',
    }
  if (draft.prompt.trim().length < promptLeast)
    return { field: 'prompt', sentence: `${model.name} wants ${promptLeast} characters at least. Say a little more.` }
  if (draft.prompt.length > promptLimit)
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
