import { describe, expect, it } from 'vitest'
import { emptyDraft, type Draft } from '@/lib/draft'
import { aModel, anImageModel } from '@/test/examples'
import { charactersLeft, missing, type Around } from './missing'

const around: Around = { model: aModel(), writing: false, uploading: [], priced: true }
const ready: Draft = { ...emptyDraft, model: 'lagoon', prompt: 'a gondola at dusk' }
const image = { id: 'i', name: 'i.png', url: '/api/media/i', seconds: null }

describe('what stands between a draft and its order', () => {
  it('is nothing when all is there', () => {
    expect(missing(ready, around)).toEqual([])
  })

  it('is the prompt first, for that is where a person begins', () => {
    const found = missing({ ...emptyDraft, model: 'reef' }, { ...around, model: anImageModel() })
    expect(found.map((one) => one.part)).toEqual(['prompt', 'image'])
  })

  it('counts the characters that are too many', () => {
    const [found] = missing({ ...ready, prompt: 'x'.repeat(201) }, around)
    expect(found).toEqual({ part: 'prompt', sentence: 'The prompt is 1 character too long for Lagoon. Shorten it.' })
    expect(charactersLeft('x'.repeat(203), aModel())).toBe(-3)
  })

  it('is a model that Venice has taken away, with its reason', () => {
    const model = aModel({ available: false, unavailableBecause: 'Venice has it offline.' })
    expect(missing(ready, { ...around, model })).toEqual([
      { part: 'model', sentence: 'Lagoon cannot be used now. Venice has it offline. Choose another model.' },
    ])
    expect(missing(ready, { ...around, model: null })[0]?.sentence).toBe(
      'The model of this draft is no longer offered. Choose another one.',
    )
  })

  it('asks for every picture and sound that the model needs, and for none that it does not', () => {
    const model = anImageModel({
      endImage: 'required',
      audio: 'required',
      kind: 'referenceToVideo',
      maxReferenceImages: 3,
    })
    expect(missing(ready, { ...around, model }).map((one) => one.sentence)).toEqual([
      'Reef needs a start image. Add one.',
      'Reef needs an end image. Add one.',
      'Reef works from reference images. Add at least one.',
      'Reef needs a sound file. Add one.',
    ])
    expect(missing({ ...ready, image }, around)).toEqual([])
  })

  it('waits for what is still being written, sent or priced', () => {
    expect(missing(ready, { ...around, writing: true })[0]?.part).toBe('prompt')
    expect(missing(ready, { ...around, priced: false })[0]?.part).toBe('price')
    const sending = missing({ ...ready, image }, { ...around, model: anImageModel(), uploading: ['image'] })
    expect(sending).toEqual([{ part: 'image', sentence: 'The start image is still on its way.' }])
  })

  it('does not wait for a picture that this model has no use for', () => {
    expect(missing(ready, { ...around, uploading: ['image'] })).toEqual([])
  })
})
