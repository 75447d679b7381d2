import { beforeEach, expect, it, vi } from 'vitest'
import { songPlayer } from './song-player'

const song = { id: 's1', title: 'Acqua alta', artist: null, url: '/api/media/m1', seconds: 64 }

beforeEach(() => {
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockImplementation(async () => undefined)
  vi.spyOn(HTMLMediaElement.prototype, 'pause').mockImplementation(() => undefined)
  songPlayer.unload()
  songPlayer.load(song)
})

it('goes on in a film where the song was, and in the song where the film was', () => {
  const film = document.createElement('video')
  songPlayer.seek(12)
  const giveBack = songPlayer.playThrough(film)
  expect(film.currentTime).toBe(12)
  songPlayer.seek(30)
  expect(film.currentTime).toBe(30)
  giveBack()
  film.currentTime = 50
  expect(songPlayer.time).toBe(30)
})

it('hears only of the element that sounds', () => {
  const film = document.createElement('video')
  const giveBack = songPlayer.playThrough(film)
  film.dispatchEvent(new Event('play'))
  expect(songPlayer.now.playing).toBe(true)
  film.dispatchEvent(new Event('pause'))
  expect(songPlayer.now.playing).toBe(false)
  giveBack()
  film.dispatchEvent(new Event('play'))
  expect(songPlayer.now.playing).toBe(false)
})

it('keeps nothing of a song that is put away', () => {
  songPlayer.seek(12)
  songPlayer.unload()
  expect(songPlayer.time).toBe(0)
  songPlayer.load({ ...song, id: 's2', url: '/api/media/m2' })
  expect(songPlayer.time).toBe(0)
})
