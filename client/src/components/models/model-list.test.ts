import { expect, it } from 'vitest'
import { aModel, anImageModel } from '@/test/examples'
import { firstModel, listedModels, makes, modelOfRow } from './model-list'

const offline = aModel({ id: 'old', name: 'Old', available: false })
const both = anImageModel({ id: 'choir', groups: ['imageToVideo', 'audioDriven'] })

it('lists a model under each of its headings, in the order of the headings, unusable ones last', () => {
  const listed = listedModels([offline, both, aModel()], [{ modelId: 'lagoon', microDollars: 1 }])
  expect(listed.map((row) => `${row.heading}: ${row.model.id}`)).toEqual([
    'Text to video: lagoon',
    'Text to video: old',
    'Image to video: choir',
    'Audio-driven: choir',
  ])
  expect(listed[0]?.hint?.microDollars).toBe(1)
  expect(new Set(listed.map((row) => row.id)).size).toBe(4)
  expect(listed.map((row) => modelOfRow(row.id))).toEqual(['lagoon', 'old', 'choir', 'choir'])
})

it('begins with the studio’s default, or else with a model that needs only words', () => {
  expect(firstModel([both, aModel()], 'choir')?.id).toBe('choir')
  expect(firstModel([offline, both, aModel()], 'old')?.id).toBe('lagoon')
  expect(firstModel([both], null)?.id).toBe('choir')
  expect(firstModel([], null)).toBeNull()
})

it('says what a model makes in a line', () => {
  expect(makes(aModel())).toBe('5–10 s · up to 1080p · sound')
  expect(makes(anImageModel({ durations: ['Auto'], resolutions: ['768P'] }))).toBe(
    'As long as the source · 768p · silent',
  )
})
