import { expect, it } from 'vitest'
import { actOf } from './song-keys'

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

it('leaves the browser its own keys', () => {
  expect(actOf(press('l', { ctrlKey: true }), false)).toBeNull()
  expect(actOf(press('ArrowLeft', { altKey: true }), false)).toBeNull()
  expect(actOf(press('q'), false)).toBeNull()
})

it('undoes and redoes as everywhere', () => {
  expect(actOf(press('z', { metaKey: true }), false)).toBe('undo')
  expect(actOf(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBe('redo')
  expect(actOf(press('y', { ctrlKey: true }), false)).toBe('redo')
})

it('plays with space, except while the tempo is tapped', () => {
  expect(actOf(press(' '), false)).toBe('play')
  expect(actOf(press(' '), true)).toBe('tap')
  expect(actOf(press('ArrowRight', { shiftKey: true }), false)).toBe('barOn')
})
