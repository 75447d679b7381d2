import { describe, expect, it } from 'vitest'
import { changes, fitted, type Held, type Offer, type Wish } from './fitted'

const lagoon: Offer = {
  name: 'Lagoon',
  durations: ['5s', '10s'],
  aspectRatios: ['16:9', '9:16', '1:1'],
  resolutions: ['720p', '1080p'],
  sound: 'switchable',
  image: 'no',
  endImage: 'no',
  audio: 'no',
  maxReferenceImages: 0,
}
const lagoon2: Offer = {
  ...lagoon,
  name: 'Lagoon 2',
  durations: ['6s', '8s', '10s'],
  resolutions: ['480p', '720p'],
  sound: 'never',
}
const reef: Offer = { ...lagoon, name: 'Reef', aspectRatios: [], image: 'required', maxReferenceImages: 2 }
const choir: Offer = { ...reef, name: 'Choir', durations: ['Auto'], resolutions: ['768P'], sound: 'always' }

const wish: Wish = { duration: '5s', aspectRatio: '9:16', resolution: '1080p', sound: true }
const nothing: Held = { image: false, endImage: false, audio: false, references: 0 }

describe('fitting a wish to a model', () => {
  it('keeps what the model offers', () => {
    expect(fitted(wish, lagoon)).toEqual({ duration: '5s', aspectRatio: '9:16', resolution: '1080p', sound: true })
  })

  it('takes the next longer duration, since a clip can be cut but not stretched', () => {
    expect(fitted(wish, lagoon2).duration).toBe('6s')
    expect(fitted({ ...wish, duration: '7s' }, lagoon2).duration).toBe('8s')
    expect(fitted({ ...wish, duration: '30s' }, lagoon2).duration).toBe('10s')
  })

  it('never makes the picture finer than was asked for, unless the model makes nothing coarser', () => {
    expect(fitted({ ...wish, resolution: '1080p' }, lagoon2).resolution).toBe('720p')
    expect(fitted({ ...wish, resolution: '480p' }, lagoon).resolution).toBe('720p')
  })

  it('takes the ratio that looks most alike', () => {
    expect(fitted({ ...wish, aspectRatio: '21:9' }, lagoon).aspectRatio).toBe('16:9')
    expect(fitted({ ...wish, aspectRatio: '3:4' }, lagoon).aspectRatio).toBe('1:1')
  })

  it('sends nothing that the model does not take', () => {
    expect(fitted(wish, choir)).toEqual({ duration: 'Auto', aspectRatio: null, resolution: '768P', sound: null })
  })

  it('keeps the spelling of the catalogue, which Venice insists on', () => {
    expect(fitted({ ...wish, resolution: '768p' }, choir).resolution).toBe('768P')
  })

  it('gives a plain beginning to somebody who has wished for nothing', () => {
    expect(fitted({ duration: null, aspectRatio: null, resolution: null, sound: true }, lagoon)).toEqual({
      duration: '5s',
      aspectRatio: '16:9',
      resolution: '720p',
      sound: true,
    })
  })
})

describe('saying what another model changes', () => {
  it('is silent when all is kept', () => {
    expect(changes(wish, nothing, lagoon, { ...lagoon, name: 'Twin' })).toEqual([])
  })

  it('names the old value, the new one and what there is to choose from', () => {
    expect(changes({ ...wish, resolution: '720p' }, nothing, lagoon, lagoon2)).toEqual([
      '5 s → 6 s: Lagoon 2 offers 6, 8 and 10 s.',
      'Lagoon 2 makes silent clips.',
    ])
  })

  it('says what is no longer sent and why', () => {
    expect(changes(wish, nothing, lagoon, reef)).toEqual([
      'Ratio 9:16 is not sent: Reef takes the shape of its source.',
    ])
    expect(changes(wish, nothing, reef, choir)).toContain('5 s → as long as the source: Choir offers nothing else.')
  })

  it('sets pictures aside instead of throwing them away', () => {
    expect(changes(wish, { ...nothing, image: true, references: 2 }, reef, lagoon)).toEqual([
      'Start image set aside: Lagoon takes none. It comes back with a model that does.',
      '2 of 2 reference images set aside: Lagoon takes none.',
    ])
  })

  it('brings everything back with the first model, since the wish was never changed', () => {
    fitted(wish, choir)
    expect(fitted(wish, lagoon)).toEqual({ duration: '5s', aspectRatio: '9:16', resolution: '1080p', sound: true })
  })
})
