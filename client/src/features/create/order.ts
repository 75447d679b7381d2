import type { VideoModel } from '@/api/catalog'
import type { Schema } from '@/api/client'
import type { Draft, DraftMedia } from '@/lib/draft'
import { fitted, type Held } from '@/lib/fitted'
import type { Part } from './missing'

/** What to ask the price of. */
export function quoteFor(draft: Draft, model: VideoModel): Schema['QuoteClips'] {
  return { model: model.id, ...sent(draft, model), variations: draft.variations }
}

/** The order of a draft. What the model does not take is left out, not sent empty. `shownEach`: micro-dollars on the button. */
export function orderFor(draft: Draft, model: VideoModel, shownEach: number): Schema['OrderClips'] {
  const references = draft.references.slice(0, model.maxReferenceImages).map((media) => media.id)
  const negativePrompt = draft.negativePrompt.trim()
  return {
    model: model.id,
    prompt: draft.prompt.trim(),
    ...(negativePrompt && { negativePrompt }),
    ...sent(draft, model),
    ...idOf('imageId', model.image, draft.image),
    ...idOf('endImageId', model.endImage, draft.endImage),
    ...idOf('audioId', model.audio, draft.audio),
    ...(references.length > 0 && { referenceImageIds: references }),
    variations: draft.variations,
    shownEach,
    ...(draft.cleanUp !== null && { cleanUp: draft.cleanUp }),
  }
}

export function heldBy(draft: Draft): Held {
  return {
    image: draft.image !== null,
    endImage: draft.endImage !== null,
    audio: draft.audio !== null,
    references: draft.references.length,
  }
}

const parts: Record<string, Part> = {
  prompt: 'prompt',
  negativePrompt: 'negativePrompt',
  imageId: 'image',
  endImageId: 'endImage',
  audioId: 'audio',
  referenceImageIds: 'references',
}

/** The part of the form that a refused field of the API belongs to; settings belong to the model that offers them. */
export function partOf(field: string): Part {
  return parts[field] ?? 'model'
}

function sent(draft: Draft, model: VideoModel) {
  const { duration, aspectRatio, resolution, sound } = fitted(draft, model)
  return {
    ...(duration !== null && { duration }),
    ...(aspectRatio !== null && { aspectRatio }),
    ...(resolution !== null && { resolution }),
    ...(sound !== null && { sound }),
  }
}

function idOf(name: 'imageId' | 'endImageId' | 'audioId', need: Schema['InputNeed'], media: DraftMedia | null) {
  return need !== 'no' && media ? { [name]: media.id } : {}
}
