import { durationWords, linesOf, listed, ratioWords, resolutionWords, secondsOf, shapeOf } from './offer-words'

export type Need = 'no' | 'optional' | 'required'

/** What a form may offer for one model: the part of the catalogue's answer that settings are fitted to. */
export interface Offer {
  name: string
  durations: readonly string[]
  aspectRatios: readonly string[]
  resolutions: readonly string[]
  sound: 'never' | 'switchable' | 'always'
  image: Need
  endImage: Need
  audio: Need
  maxReferenceImages: number
}

/** What the creator last asked for, whatever model was chosen. Null: never asked. */
export interface Wish {
  duration: string | null
  aspectRatio: string | null
  resolution: string | null
  sound: boolean
}

/** How many pictures and sounds lie ready in the form. */
export interface Held {
  image: boolean
  endImage: boolean
  audio: boolean
  references: number
}

/** What a model really gets of a wish. Null: not sent at all. */
export interface Fitted {
  duration: string | null
  aspectRatio: string | null
  resolution: string | null
  sound: boolean | null
}

const same = (wished: string | null, offers: readonly string[]) =>
  wished === null ? undefined : offers.find((offer) => offer.toLowerCase() === wished.toLowerCase())

/** The next longer duration on offer, for a clip may be cut but not stretched; the longest where none is long enough. */
function fitDuration(wished: string | null, offers: readonly string[]): string | null {
  const seconds = wished === null ? null : secondsOf(wished)
  const numbers = offers.filter((offer) => secondsOf(offer) !== null)
  const sorted = numbers.toSorted((a, b) => (secondsOf(a) ?? 0) - (secondsOf(b) ?? 0))
  if (seconds === null) return sorted[0] ?? offers[0] ?? null
  return sorted.find((offer) => (secondsOf(offer) ?? 0) >= seconds) ?? sorted[sorted.length - 1] ?? offers[0] ?? null
}

/** The shape that looks most alike. */
function fitRatio(wished: string | null, offers: readonly string[]): string | null {
  const shape = shapeOf(wished ?? '16:9')
  if (shape === null) return offers[0] ?? null
  const apart = (offer: string) => Math.abs(Math.log((shapeOf(offer) ?? 1e6) / shape))
  return offers.toSorted((a, b) => apart(a) - apart(b))[0] ?? null
}

/** The finest on offer that is not finer than wished, since finer pictures cost more; the coarsest where all are finer. */
function fitResolution(wished: string | null, offers: readonly string[]): string | null {
  const lines = linesOf(wished ?? '720p')
  const sorted = offers.toSorted((a, b) => (linesOf(a) ?? 0) - (linesOf(b) ?? 0))
  if (lines === null) return offers[0] ?? null
  return sorted.findLast((offer) => (linesOf(offer) ?? Infinity) <= lines) ?? sorted[0] ?? null
}

/** Fits a wish to a model. The wish itself stays as it was, so that going back to another model brings it back. */
export function fitted(wish: Wish, offer: Offer): Fitted {
  return {
    duration: same(wish.duration, offer.durations) ?? fitDuration(wish.duration, offer.durations),
    aspectRatio: same(wish.aspectRatio, offer.aspectRatios) ?? fitRatio(wish.aspectRatio, offer.aspectRatios),
    resolution: same(wish.resolution, offer.resolutions) ?? fitResolution(wish.resolution, offer.resolutions),
    sound: offer.sound === 'switchable' ? wish.sound : null,
  }
}

/** Says in words what another model made of the settings. Empty: all was kept. */
export function changes(wish: Wish, held: Held, before: Offer, after: Offer): string[] {
  const old = fitted(wish, before)
  const now = fitted(wish, after)
  const { name } = after
  return [
    moved('Duration', old.duration, now.duration, after.durations, durationWords, name, 'decides the length itself'),
    moved(
      'Ratio',
      old.aspectRatio,
      now.aspectRatio,
      after.aspectRatios,
      ratioWords,
      name,
      'takes the shape of its source',
    ),
    moved(
      'Resolution',
      old.resolution,
      now.resolution,
      after.resolutions,
      resolutionWords,
      name,
      'has only one resolution',
    ),
    soundMoved(before, after),
    aside('Start image', held.image, before.image, after.image, name),
    aside('End image', held.endImage, before.endImage, after.endImage, name),
    aside('Audio', held.audio, before.audio, after.audio, name),
    referencesMoved(held.references, before, after),
  ].filter((sentence) => sentence !== null)
}

function moved(
  what: string,
  old: string | null,
  now: string | null,
  offers: readonly string[],
  words: (value: string) => string,
  model: string,
  without: string,
): string | null {
  if (old === null || old.toLowerCase() === now?.toLowerCase()) return null
  if (now === null) return `${what} ${inText(words(old))} is not sent: ${model} ${without}.`
  const why =
    offers.length === 1
      ? `${model} offers nothing else`
      : `${model} offers ${listed(offers.map((offer) => inText(words(offer))))}`
  return `${inText(words(old))} → ${inText(words(now))}: ${why}.`
}

/** A button's words inside a sentence: "as long as the source". */
function inText(words: string): string {
  return words.startsWith('As ') ? `as ${words.slice(3)}` : words
}

function soundMoved(before: Offer, after: Offer): string | null {
  if (before.sound === after.sound) return null
  if (after.sound === 'always') return `Sound is always on with ${after.name}.`
  return after.sound === 'never' ? `${after.name} makes silent clips.` : null
}

function aside(what: string, held: boolean, before: Need, after: Need, model: string): string | null {
  return held && before !== 'no' && after === 'no'
    ? `${what} set aside: ${model} takes none. It comes back with a model that does.`
    : null
}

function referencesMoved(held: number, before: Offer, after: Offer): string | null {
  const used = Math.min(held, before.maxReferenceImages)
  const left = Math.min(held, after.maxReferenceImages)
  if (left >= used) return null
  const takes = after.maxReferenceImages === 0 ? 'none' : `up to ${after.maxReferenceImages}`
  return `${used - left} of ${used} reference images set aside: ${after.name} takes ${takes}.`
}
