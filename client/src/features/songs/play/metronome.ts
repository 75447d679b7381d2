import { songPlayer } from '@/lib/song-player'
import { clicksBetween, steadied, type ClockPair } from './click-plan'

/** How far ahead clicks are handed to the sound card, and how often its clock is laid on the song's; seconds. */
const ahead = 0.3
const every = 0.1

interface Beats {
  beats: readonly number[]
  positions: readonly number[]
}

/**
 * A click on every beat. The clicks are handed to the sound card ahead of time, at moments of its own clock, so that a busy
 * page cannot make them late; ten times a second that clock is laid on the song's anew.
 */
export class Metronome {
  private context: AudioContext | null = null
  private out: GainNode | null = null
  private timer: ReturnType<typeof setInterval> | undefined
  private grid: Beats = { beats: [], positions: [] }
  private pair: ClockPair | null = null
  private upTo = -Infinity
  private level = 0.6
  private on = false
  private readonly letGo: (() => void)[]

  constructor() {
    // The beginning of playing is looked at when it happens: a tenth of a second later the first beat is over.
    this.letGo = [songPlayer.onJump(() => this.restart()), songPlayer.subscribe(() => this.look())]
  }

  setGrid(grid: Beats): void {
    this.grid = grid
    this.restart()
  }

  setVolume(level: number): void {
    this.level = level
    if (this.out) this.out.gain.value = level
  }

  /** Begins clicking. Called from a press: browsers let a page make sound only then. */
  start(): void {
    this.context ??= new AudioContext({ latencyHint: 'interactive' })
    void this.context.resume()
    this.on = true
    this.restart()
    clearInterval(this.timer)
    this.timer = setInterval(() => this.look(), every * 1000)
  }

  stop(): void {
    clearInterval(this.timer)
    this.on = false
    this.silence()
  }

  end(): void {
    this.stop()
    this.letGo.forEach((off) => off())
    void this.context?.close()
    this.context = null
  }

  /** Takes back what was handed out and begins from where the song stands now. */
  private restart(): void {
    this.silence()
    this.pair = null
    this.upTo = -Infinity
    if (this.context) this.look()
  }

  private silence(): void {
    this.out?.disconnect()
    this.out = null
  }

  private look(): void {
    const { context } = this
    if (!context || !this.on || context.state !== 'running') return
    if (!songPlayer.now.playing) {
      if (this.pair) this.restart()
      return
    }
    if (!this.out) {
      this.out = new GainNode(context, { gain: this.level })
      this.out.connect(context.destination)
    }
    this.pair = steadied(this.pair, { song: songPlayer.time, card: heardNow(context), rate: 1 })
    const here = this.pair.song
    const end = Math.min(here + ahead, songPlayer.now.loop?.end ?? Infinity)
    const from = Math.max(this.upTo, here - 0.001)
    for (const click of clicksBetween(this.grid.beats, this.grid.positions, this.pair, from, end)) {
      this.click(context, Math.max(context.currentTime, click.at), click.accent)
    }
    this.upTo = Math.max(this.upTo, end)
  }

  private click(context: AudioContext, at: number, accent: boolean): void {
    if (!this.out) return
    const tone = new OscillatorNode(context, { frequency: accent ? 1760 : 1175 })
    const shape = new GainNode(context, { gain: 0 })
    shape.gain.setValueAtTime(accent ? 0.9 : 0.55, at)
    shape.gain.exponentialRampToValueAtTime(0.001, at + 0.045)
    tone.connect(shape).connect(this.out)
    tone.start(at)
    tone.stop(at + 0.05)
  }
}

/** What of the sound card's clock is being heard now: it runs ahead of the ear by its latency, and the song does not. */
function heardNow(context: AudioContext): number {
  const { contextTime, performanceTime } = context.getOutputTimestamp?.() ?? {}
  if (contextTime && performanceTime) return contextTime + (performance.now() - performanceTime) / 1000
  return context.currentTime - (context.outputLatency || context.baseLatency || 0)
}
