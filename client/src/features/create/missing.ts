import type { VideoModel } from '@/api/catalog'
import type { Draft } from '@/lib/draft'

/** The parts of the form that something can be missing from, in the order in which a person meets them. */
export type Part = 'prompt' | 'negativePrompt' | 'model' | 'image' | 'endImage' | 'references' | 'audio' | 'price'

export interface Missing {
  part: Part
  sentence: string
}

/** What is going on around the draft. */
export interface Around {
  model: VideoModel | null
  writing: boolean
  uploading: readonly Part[]
  priced: boolean
}

/** Everything that stands between this draft and its order, each with what to do. Empty: it can be ordered. */
export function missing(draft: Draft, { model, writing, uploading, priced }: Around): Missing[] {
  const found: (Missing | null)[] = [
    prompt(draft, model, writing),
    negativePrompt(draft, model),
    modelMissing(draft, model),
  ]
  if (model) found.push(...inputs(draft, model, uploading))
  if (model?.available && !priced)
    found.push({ part: 'price', sentence: 'The price is not known yet. Wait a moment, or ask for it again.' })
  return found.filter((one) => one !== null)
}

/** Characters still free under the model's limit; negative: too many. */
export function charactersLeft(text: string, model: Pick<VideoModel, 'promptLimit'>): number {
  return model.promptLimit - text.length
}

function prompt(draft: Draft, model: VideoModel | null, writing: boolean): Missing | null {
  if (writing) return { part: 'prompt', sentence: 'The prompt is still being written. Wait for its end, or stop it.' }
  if (draft.prompt.trim() === '') {
    return {
      part: 'prompt',
      sentence: 'Say what the clip should show: write a prompt, or have one written from your theme.',
    }
  }
  return model && tooLong('prompt', 'prompt', draft.prompt, model)
}

function negativePrompt(draft: Draft, model: VideoModel | null): Missing | null {
  return model && tooLong('negativePrompt', 'list of what to leave out', draft.negativePrompt, model)
}

function tooLong(part: Part, what: string, text: string, model: VideoModel): Missing | null {
  const over = -charactersLeft(text, model)
  if (over <= 0) return null
  return {
    part,
    sentence: `The ${what} is ${over} character${over === 1 ? '' : 's'} too long for ${model.name}. Shorten it.`,
  }
}

function modelMissing(draft: Draft, model: VideoModel | null): Missing | null {
  if (!model) {
    return draft.model
      ? { part: 'model', sentence: 'The model of this draft is no longer offered. Choose another one.' }
      : { part: 'model', sentence: 'Choose a model.' }
  }
  if (model.available) return null
  return {
    part: 'model',
    sentence: `${model.name} cannot be used now. ${model.unavailableBecause ?? ''} Choose another model.`.replace(
      '  ',
      ' ',
    ),
  }
}

function inputs(draft: Draft, model: VideoModel, uploading: readonly Part[]): (Missing | null)[] {
  const one = (part: 'image' | 'endImage' | 'audio', what: string): Missing | null => {
    if (model[part] === 'no') return null
    if (uploading.includes(part)) return { part, sentence: `The ${what} is still on its way.` }
    return model[part] === 'required' && !draft[part]
      ? { part, sentence: `${model.name} needs ${part === 'endImage' ? 'an' : 'a'} ${what}. Add one.` }
      : null
  }
  return [
    one('image', 'start image'),
    one('endImage', 'end image'),
    references(draft, model, uploading),
    one('audio', 'sound file'),
  ]
}

function references(draft: Draft, model: VideoModel, uploading: readonly Part[]): Missing | null {
  if (model.maxReferenceImages === 0) return null
  if (uploading.includes('references'))
    return { part: 'references', sentence: 'A reference image is still on its way.' }
  return model.kind === 'referenceToVideo' && draft.references.length === 0
    ? { part: 'references', sentence: `${model.name} works from reference images. Add at least one.` }
    : null
}
