import { describe, expect, it } from 'vitest'
import { emptyDraft, handOver, keepDraft, loadDraft } from './draft'

const image = { id: 'i1', name: 'boat.png', url: '/api/media/i1', seconds: null }

describe('a draft', () => {
  it('survives a reload', () => {
    keepDraft('mira', { ...emptyDraft, prompt: 'a gondola', image, variations: 3, cleanUp: true })
    expect(loadDraft('mira')).toEqual({ ...emptyDraft, prompt: 'a gondola', image, variations: 3, cleanUp: true })
  })

  it('is nobody else’s who uses the same browser', () => {
    keepDraft('mira', { ...emptyDraft, prompt: 'a secret' })
    expect(loadDraft('jan')).toEqual(emptyDraft)
  })

  it('falls back field by field when what is kept makes no sense', () => {
    localStorage.setItem('studio.draft.mira', '{"prompt":"kept","variations":99,"references":[7],"model":4}')
    expect(loadDraft('mira')).toEqual({ ...emptyDraft, prompt: 'kept' })
    localStorage.setItem('studio.draft.mira', 'not json')
    expect(loadDraft('mira')).toEqual(emptyDraft)
  })

  it('loads pictures from this studio only', () => {
    const elsewhere = { ...image, url: 'https://elsewhere.example/x.png' }
    keepDraft('mira', { ...emptyDraft, image: elsewhere, references: [elsewhere, image] })
    expect(loadDraft('mira').image).toBeNull()
    expect(loadDraft('mira').references).toEqual([image])
  })
})

describe('handing an order’s settings over', () => {
  const used = {
    model: 'reef',
    prompt: 'a gondola',
    duration: '10s',
    imageId: 'i1',
    referenceImageIds: ['r1', 'r2'],
    sound: false,
  }

  it('fills the form with them and leaves the theme alone', () => {
    keepDraft('mira', { ...emptyDraft, theme: 'canals', negativePrompt: 'text', variations: 4 })
    handOver('mira', used)
    expect(loadDraft('mira')).toMatchObject({
      theme: 'canals',
      prompt: 'a gondola',
      negativePrompt: '',
      model: 'reef',
      duration: '10s',
      sound: false,
      image: { id: 'i1', url: '/api/media/i1' },
      references: [{ id: 'r1' }, { id: 'r2' }],
      variations: 1,
    })
  })

  it('can change some on the way, such as the words that Venice suggests', () => {
    handOver('mira', used, { prompt: 'a boat' })
    expect(loadDraft('mira').prompt).toBe('a boat')
  })
})
