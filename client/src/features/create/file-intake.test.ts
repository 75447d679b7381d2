import { expect, it } from 'vitest'
import { emptyDraft } from '@/lib/draft'
import { aModel, anImageModel } from '@/test/examples'
import { placeFor } from './file-intake'

const picture = new File([''], 'boat.png', { type: 'image/png' })
const song = new File([''], 'song.m4a', { type: '' })
const image = { id: 'i', name: 'i', url: '/api/media/i', seconds: null }

it('puts a dropped picture into the first free place of the model', () => {
  const model = anImageModel({ endImage: 'optional', maxReferenceImages: 1 })
  expect(placeFor(picture, model, emptyDraft)).toBe('image')
  expect(placeFor(picture, model, { ...emptyDraft, image })).toBe('references')
  expect(placeFor(picture, model, { ...emptyDraft, image, references: [image] })).toBe('endImage')
  expect(placeFor(picture, model, { ...emptyDraft, image, references: [image], endImage: image })).toBe('image')
})

it('knows a sound by its name where the browser knows no type', () => {
  expect(placeFor(song, anImageModel({ audio: 'optional' }), emptyDraft)).toBe('audio')
})

it('finds no place for what the model does not take', () => {
  expect(placeFor(picture, aModel(), emptyDraft)).toBeNull()
  expect(placeFor(song, aModel(), emptyDraft)).toBeNull()
  expect(placeFor(new File([''], 'notes.pdf'), anImageModel(), emptyDraft)).toBeNull()
})
