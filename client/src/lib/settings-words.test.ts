import { expect, it } from 'vitest'
import { settingsWords } from './settings-words'

it('says in one line what was sent, and nothing of what was not', () => {
  expect(settingsWords({ duration: '6s', aspectRatio: '16:9', resolution: '720p', sound: false, imageId: 'x' })).toBe(
    '6 s · 16:9 · 720p · silent · from an image',
  )
  expect(settingsWords({ referenceImageIds: ['a'], audioId: 'b', sound: null })).toBe('1 reference · to a sound')
})
