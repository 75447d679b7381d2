import { songPlayer } from '@/lib/song-player'

/** Where in its file a clip is at a moment of the song, and how fast it runs there; 0: it waits. */
export interface ClipPlace {
  seconds: number
  speed: number
}

/** Beyond that a clip jumps to where it belongs; below it runs a little faster or slower until it is there. */
const jumpFrom = 0.25
const still = 0.015

/** Keeps a silent clip where the song is: the song is the only clock, and the clip goes after it. */
export function followSong(video: HTMLVideoElement, placeAt: (moment: number) => ClipPlace): () => void {
  let frame = 0
  const follow = () => {
    frame = 0
    const { playing } = songPlayer.now
    const { seconds, speed } = placeAt(songPlayer.time)
    const end = Number.isFinite(video.duration) ? Math.max(0, video.duration - 0.04) : Infinity
    const wanted = Math.max(0, Math.min(end, seconds))
    const off = wanted - video.currentTime
    if (playing && speed > 0 && seconds >= 0 && seconds < end) {
      if (Math.abs(off) > jumpFrom) video.currentTime = wanted
      video.playbackRate = Math.max(0.25, Math.min(4, speed * (1 + Math.max(-0.1, Math.min(0.1, off)))))
      if (video.paused) void video.play().catch(() => undefined)
    } else {
      if (!video.paused) video.pause()
      if (Math.abs(off) > still && !video.seeking) video.currentTime = wanted
    }
    if (playing) ask()
  }
  const ask = () => {
    frame ||= requestAnimationFrame(follow)
  }
  const letGo = [songPlayer.subscribe(ask), songPlayer.onJump(ask)]
  const events = ['loadedmetadata', 'seeked'] as const
  events.forEach((event) => video.addEventListener(event, ask))
  ask()
  return () => {
    cancelAnimationFrame(frame)
    events.forEach((event) => video.removeEventListener(event, ask))
    letGo.forEach((off) => off())
    video.pause()
  }
}
