import { useSyncExternalStore } from 'react'

/** What the player holds. */
export interface LoadedSong {
  id: string
  title: string
  artist: string | null
  url: string
  seconds: number
}

export interface PlayerState {
  song: LoadedSong | null
  playing: boolean
  /** The browser could not play the file. */
  broken: boolean
  /** A stretch that is played again and again, seconds. */
  loop: { start: number; end: number } | null
}

/**
 * The one player of songs: it outlives the pages, so that a song plays on while one looks at something else. Its `<audio>`
 * element is the only clock; whoever draws asks `time` in every frame, and React hears only of beginnings and ends.
 */
class SongPlayer {
  private own: HTMLAudioElement | null = null
  private borrowed: HTMLMediaElement | null = null
  private state: PlayerState = { song: null, playing: false, broken: false, loop: null }
  private readonly listeners = new Set<() => void>()
  private readonly jumps = new Set<() => void>()
  private frame = 0

  /** What sounds at the moment: the song itself, or a film of it. */
  private get element(): HTMLMediaElement | null {
    return this.borrowed ?? this.own
  }

  /** Seconds into the song. */
  get time(): number {
    return this.element?.currentTime ?? 0
  }

  get now(): PlayerState {
    return this.state
  }

  subscribe = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  snapshot = () => this.state

  /** Told after a jump, whether somebody asked for it or a loop turned. */
  onJump = (listener: () => void) => {
    this.jumps.add(listener)
    return () => void this.jumps.delete(listener)
  }

  /** Puts a song in, unless it is there already. It does not play yet. */
  load(song: LoadedSong): void {
    if (this.state.song?.url === song.url) {
      this.become({ song })
      return
    }
    const element = this.audio()
    this.element?.pause()
    element.src = song.url
    this.become({ song, playing: false, broken: false, loop: null })
  }

  unload(): void {
    this.element?.pause()
    // An element that has played keeps its file, and where it was in it, until it plays another one: the next song gets a new one.
    this.own?.removeAttribute('src')
    this.own = null
    this.become({ song: null, playing: false, broken: false, loop: null })
  }

  toggle = () => (this.state.playing ? this.pause() : this.play())

  play = () => {
    if (this.state.song) void (this.element ?? this.audio()).play().catch(() => undefined)
  }

  pause = () => this.element?.pause()

  seek = (seconds: number) => {
    const { song } = this.state
    if (!song || !this.element) return
    this.element.currentTime = Math.max(0, Math.min(song.seconds - 0.02, seconds))
    this.jumps.forEach((listener) => listener())
  }

  setLoop = (loop: PlayerState['loop']) => {
    this.become({ loop })
    if (loop && (this.time < loop.start || this.time >= loop.end)) this.seek(loop.start)
  }

  /**
   * Plays the song as a film of it has it: until it is given back, the film's own element is the clock and the sound. Goes on
   * from the same moment, both ways, and plays on if it played.
   */
  playThrough(film: HTMLMediaElement): () => void {
    this.handOver(this.element, film)
    const letGo = this.listen(film)
    this.borrowed = film
    return () => {
      letGo()
      if (this.borrowed !== film) return
      this.borrowed = null
      if (this.state.song) this.handOver(film, this.audio())
    }
  }

  private handOver(from: HTMLMediaElement | null, to: HTMLMediaElement) {
    if (!from) return
    const plays = !from.paused && !from.ended
    const at = from.currentTime
    from.pause()
    to.currentTime = at
    if (plays) void to.play().catch(() => undefined)
    else this.become({ playing: false })
  }

  private audio(): HTMLAudioElement {
    if (this.own) return this.own
    const element = new Audio()
    element.preload = 'auto'
    element.addEventListener('error', () => {
      if (this.state.song && element.getAttribute('src')) this.become({ broken: true, playing: false })
    })
    this.listen(element)
    this.own = element
    return element
  }

  /** Follows an element's beginnings, ends and jumps as long as it is the one that sounds. */
  private listen(element: HTMLMediaElement): () => void {
    const heard = (act: () => void) => () => {
      if (this.element === element) act()
    }
    const events = {
      play: heard(() => this.become({ playing: true })),
      pause: heard(() => this.become({ playing: false })),
      ended: heard(() => this.become({ playing: false })),
      seeked: heard(() => this.jumps.forEach((listener) => listener())),
    }
    for (const [name, listener] of Object.entries(events)) element.addEventListener(name, listener)
    return () => {
      for (const [name, listener] of Object.entries(events)) element.removeEventListener(name, listener)
    }
  }

  private become(next: Partial<PlayerState>) {
    this.state = { ...this.state, ...next }
    this.listeners.forEach((listener) => listener())
    this.watchLoop()
  }

  /** Turns a loop to the frame; `timeupdate` comes only four times a second. */
  private watchLoop() {
    cancelAnimationFrame(this.frame)
    if (!this.state.playing || !this.state.loop) return
    const look = () => {
      const { loop } = this.state
      if (loop && this.time >= loop.end - 0.005) this.seek(loop.start)
      this.frame = requestAnimationFrame(look)
    }
    this.frame = requestAnimationFrame(look)
  }
}

export const songPlayer = new SongPlayer()

export function useSongPlayer(): PlayerState {
  return useSyncExternalStore(songPlayer.subscribe, songPlayer.snapshot)
}
