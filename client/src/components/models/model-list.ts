import type { ModelGroup, PriceHint, VideoModel } from '@/api/catalog'
import { listed, durationWords, resolutionWords, secondsOf } from '@/lib/offer-words'

const headings: Record<ModelGroup, string> = {
  textToVideo: 'Text to video',
  imageToVideo: 'Image to video',
  reference: 'Reference',
  audioDriven: 'Audio-driven',
}

export interface ListedModel {
  /** Unique in the list: a model may stand under several headings. */
  id: string
  heading: string
  model: VideoModel
  hint: PriceHint | undefined
}

/** The models under their headings, those that can be used first. */
export function listedModels(models: readonly VideoModel[], hints: readonly PriceHint[]): ListedModel[] {
  const hintOf = new Map(hints.map((hint) => [hint.modelId, hint]))
  return (Object.keys(headings) as ModelGroup[]).flatMap((group) =>
    models
      .filter((model) => model.groups.includes(group))
      .toSorted((a, b) => Number(b.available) - Number(a.available))
      .map((model) => ({ id: `${group}/${model.id}`, heading: headings[group], model, hint: hintOf.get(model.id) })),
  )
}

export function modelOfRow(id: string): string {
  return id.slice(id.indexOf('/') + 1)
}

/** The model to begin with: the studio's default where it can be used, or else the first that needs no more than words. */
export function firstModel(models: readonly VideoModel[], preferred: string | null | undefined): VideoModel | null {
  const usable = models.filter((model) => model.available)
  return (
    usable.find((model) => model.id === preferred) ??
    usable.find((model) => model.groups.includes('textToVideo')) ??
    usable[0] ??
    null
  )
}

/** What a model makes, in a line: "3–10 s · up to 1080p · sound". */
export function makes(model: VideoModel): string {
  const seconds = model.durations.map(secondsOf).filter((value) => value !== null)
  const length =
    seconds.length > 1
      ? `${Math.min(...seconds)}–${Math.max(...seconds)} s`
      : model.durations.length > 0
        ? listed(model.durations.map(durationWords))
        : null
  const finest = model.resolutions[model.resolutions.length - 1]
  const sound = model.sound === 'never' ? 'silent' : 'sound'
  return [
    length,
    finest && (model.resolutions.length > 1 ? `up to ${resolutionWords(finest)}` : resolutionWords(finest)),
    sound,
  ]
    .filter(Boolean)
    .join(' · ')
}
