import { expect, it } from 'vitest'
import { aClip } from '@/test/examples'
import { batchesOf } from './batches'

it('puts the variations of one press together and keeps the order of the list', () => {
  const clips = [aClip({ id: '1', batchId: 'a' }), aClip({ id: '2', batchId: 'b' }), aClip({ id: '3', batchId: 'a' })]
  expect(batchesOf(clips).map((batch) => batch.clips.map((clip) => clip.id))).toEqual([['1', '3'], ['2']])
})

it('counts a clip once that two pages both brought', () => {
  expect(batchesOf([aClip({ id: '1' }), aClip({ id: '1' })])[0]?.clips).toHaveLength(1)
})
