import type { Wish } from './fitted'
import { readStored, writeStored } from './storage'

/** A stored picture or sound that a draft points at. Only the id is sent; the rest is for looking at it. */
export interface DraftMedia {
  id: string
  name: string
  url: string
  seconds: number | null
}

/** Everything a creator has typed and chosen on the Create page, model by model or not. */
export interface Draft extends Wish {
  theme: string
  prompt: string
  negativePrompt: string
  model: string | null
  image: DraftMedia | null
  endImage: DraftMedia | null
  audio: DraftMedia | null
  references: DraftMedia[]
  variations: number
  /** Null: as the studio does by default. */
  cleanUp: boolean | null
}

/** What an earlier order was made from, in the API's words. */
export interface UsedSettings {
  model: string
  prompt: string
  negativePrompt?: string | null
  duration?: string | null
  aspectRatio?: string | null
  resolution?: string | null
  sound?: boolean | null
  imageId?: string | null
  endImageId?: string | null
  audioId?: string | null
  referenceImageIds?: string[] | null
}

export const emptyDraft: Draft = {
  theme: '',
  prompt: '',
  negativePrompt: '',
  model: null,
  duration: null,
  aspectRatio: null,
  resolution: null,
  sound: true,
  image: null,
  endImage: null,
  audio: null,
  references: [],
  variations: 1,
  cleanUp: null,
}

const keyOf = (account: string) => `studio.draft.${account}`

/** Reads the draft kept in this browser for one account; whatever is not as expected falls back field by field. */
export function loadDraft(account: string): Draft {
  const kept = readStored<unknown>(keyOf(account))
  return kept !== null && typeof kept === 'object' ? mended(kept as Record<string, unknown>) : emptyDraft
}

/** Keeps the draft in this browser, where a reload finds it. */
export function keepDraft(account: string, draft: Draft): void {
  writeStored(keyOf(account), draft)
}

/** Puts an earlier order's settings into the draft, for the Create page to open with. The theme stays as it was. */
export function handOver(account: string, settings: UsedSettings, changed: Partial<Draft> = {}): void {
  keepDraft(account, { ...draftOf(settings, loadDraft(account)), ...changed })
}

function draftOf(settings: UsedSettings, before: Draft): Draft {
  return {
    ...before,
    prompt: settings.prompt,
    negativePrompt: settings.negativePrompt ?? '',
    model: settings.model,
    duration: settings.duration ?? before.duration,
    aspectRatio: settings.aspectRatio ?? before.aspectRatio,
    resolution: settings.resolution ?? before.resolution,
    sound: settings.sound ?? before.sound,
    image: mediaOf(settings.imageId, 'Start image'),
    endImage: mediaOf(settings.endImageId, 'End image'),
    audio: mediaOf(settings.audioId, 'Audio'),
    references: (settings.referenceImageIds ?? []).flatMap((id, n) => mediaOf(id, `Reference ${n + 1}`) ?? []),
    variations: 1,
  }
}

function mediaOf(id: string | null | undefined, name: string): DraftMedia | null {
  return id ? { id, name, url: `/api/media/${id}`, seconds: null } : null
}

function mended(kept: Record<string, unknown>): Draft {
  const text = (value: unknown) => (typeof value === 'string' ? value : '')
  const word = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  const variations = Number(kept['variations'])
  return {
    theme: text(kept['theme']),
    prompt: text(kept['prompt']),
    negativePrompt: text(kept['negativePrompt']),
    model: word(kept['model']),
    duration: word(kept['duration']),
    aspectRatio: word(kept['aspectRatio']),
    resolution: word(kept['resolution']),
    sound: kept['sound'] !== false,
    image: media(kept['image']),
    endImage: media(kept['endImage']),
    audio: media(kept['audio']),
    references: Array.isArray(kept['references']) ? kept['references'].flatMap((one) => media(one) ?? []) : [],
    variations: Number.isInteger(variations) && variations >= 1 && variations <= 4 ? variations : 1,
    cleanUp: typeof kept['cleanUp'] === 'boolean' ? kept['cleanUp'] : null,
  }
}

function media(value: unknown): DraftMedia | null {
  if (value === null || typeof value !== 'object') return null
  const { id, name, url, seconds } = value as Record<string, unknown>
  // Only addresses of this studio: the storage of a browser is not a trusted place.
  if (typeof id !== 'string' || typeof name !== 'string' || typeof url !== 'string' || !url.startsWith('/api/media/'))
    return null
  return { id, name, url, seconds: typeof seconds === 'number' ? seconds : null }
}
