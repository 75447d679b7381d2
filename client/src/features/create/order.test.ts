import { expect, it } from 'vitest'
import { emptyDraft, type Draft, type DraftMedia } from '@/lib/draft'
import { aModel, anImageModel } from '@/test/examples'
import { orderFor, partOf, quoteFor } from './order'

const media = (id: string): DraftMedia => ({ id, name: id, url: `/api/media/${id}`, seconds: null })
const draft: Draft = {
  ...emptyDraft,
  prompt: ' a gondola ',
  negativePrompt: '  ',
  duration: '10s',
  image: media('start'),
  audio: media('song'),
  references: [media('r1'), media('r2'), media('r3')],
}

it('leaves out what the model does not take, and never sends anything empty', () => {
  expect(orderFor(draft, aModel(), 420_000)).toEqual({
    model: 'lagoon',
    prompt: 'a gondola',
    duration: '10s',
    aspectRatio: '16:9',
    resolution: '720p',
    sound: true,
    variations: 1,
    shownEach: 420_000,
  })
})

it('sends the pictures and sounds that the model takes, as many as it takes', () => {
  const order = orderFor(draft, anImageModel({ audio: 'optional', maxReferenceImages: 2 }), 1)
  expect(order).toMatchObject({ imageId: 'start', audioId: 'song', referenceImageIds: ['r1', 'r2'], duration: '8s' })
  expect(order).not.toHaveProperty('aspectRatio')
  expect(order).not.toHaveProperty('sound')
})

it('leaves the clean-up to the studio’s own setting until somebody chooses', () => {
  expect(orderFor(draft, aModel(), 1)).not.toHaveProperty('cleanUp')
  expect(orderFor({ ...draft, cleanUp: false }, aModel(), 1).cleanUp).toBe(false)
})

it('asks the price of the very settings that are ordered', () => {
  const { prompt, shownEach, ...ordered } = orderFor(draft, aModel(), 1)
  expect([prompt, shownEach]).toEqual(['a gondola', 1])
  expect(quoteFor(draft, aModel())).toEqual(ordered)
})

it('finds the part of the form that a refused field belongs to', () => {
  expect(['referenceImageIds', 'audioId', 'prompt', 'duration'].map(partOf)).toEqual([
    'references',
    'audio',
    'prompt',
    'model',
  ])
})
