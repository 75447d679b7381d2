import { songPlayer } from '@/lib/song-player'
import { readColours, type Colours } from './colours'
import { paintGrid, paintLyrics, paintMarks, paintRuler, paintSections } from './paint-lanes'
import { paintShots } from './paint-shots'
import { paintWave } from './paint-wave'
import { emptyScene, lanesOf, type Lanes, type Scene } from './scene'
import { following, lengthOf, panned, secondsAt, wholeOf, within, xOf, zoomed, type ViewWindow } from './view-window'

type Drawer = (moment: number) => void

/**
 * What is in sight of a song, and its drawing. Lives outside React: a gesture or the moving playhead changes this object and
 * asks for one frame, in which everything is drawn once.
 */
export class StageView {
  scene: Scene = emptyScene
  view: ViewWindow = wholeOf(1)
  width = 0
  height = 0
  /** The window keeps up with what plays. */
  follows = true
  private canvas: HTMLCanvasElement | null = null
  private playhead: HTMLElement | null = null
  private colours: Colours | null = null
  private frame = 0
  private dirty = true
  private offered = false
  private readonly drawers = new Set<Drawer>()
  private readonly watchers = new Set<() => void>()

  get lanes(): Lanes {
    return lanesOf(this.height, this.scene)
  }

  get secondsPerPixel(): number {
    return lengthOf(this.view) / Math.max(1, this.width)
  }

  /** Begins drawing; answers how to end it. */
  attach(canvas: HTMLCanvasElement, playhead: HTMLElement): () => void {
    this.canvas = canvas
    this.playhead = playhead
    const sized = new ResizeObserver(() => this.measure())
    sized.observe(canvas)
    const recolour = () => {
      this.colours = null
      this.refresh()
    }
    const themed = new MutationObserver(recolour)
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    const dark = window.matchMedia?.('(prefers-color-scheme: dark)')
    dark?.addEventListener('change', recolour)
    void document.fonts?.ready.then(() => this.refresh())
    const offPlayer = songPlayer.subscribe(() => this.ask())
    const offJump = songPlayer.onJump(() => this.ask())
    this.measure()
    return () => {
      sized.disconnect()
      themed.disconnect()
      dark?.removeEventListener('change', recolour)
      offPlayer()
      offJump()
      cancelAnimationFrame(this.frame)
      this.frame = 0
      this.canvas = null
    }
  }

  /** What to show from now on. A song of another length is shown whole. */
  show(scene: Scene): void {
    const other = Math.abs(scene.duration - this.scene.duration) > 0.01
    const wasWhole = lengthOf(this.view) >= wholeOf(this.scene.duration).end - 0.01
    this.scene = scene
    if (other && (wasWhole || !this.offered)) this.look(wholeOf(scene.duration))
    this.offered = scene.duration > 0
    this.refresh()
  }

  look(view: ViewWindow): void {
    const next = within(view, this.scene.duration)
    // Wheels and fingers go on turning at the end of what can be seen: nothing is drawn for that.
    if (next.start === this.view.start && next.end === this.view.end) return
    this.view = next
    this.turned()
  }

  zoom(factor: number, anchor?: number): void {
    const playing = songPlayer.time
    const inSight = playing >= this.view.start && playing <= this.view.end
    const middle = (this.view.start + this.view.end) / 2
    this.look(zoomed(this.view, factor, anchor ?? (inSight ? playing : middle), this.scene.duration))
  }

  pan(seconds: number): void {
    this.follows = false
    this.look(panned(this.view, seconds, this.scene.duration))
  }

  secondsAt(x: number): number {
    return Math.max(0, Math.min(this.scene.duration, secondsAt(x, this.view, this.width)))
  }

  /** Called in every frame that is drawn, with the song's moment. */
  onFrame(drawer: Drawer): () => void {
    this.drawers.add(drawer)
    this.ask()
    return () => this.drawers.delete(drawer)
  }

  /** Called when the window has changed. */
  onLook(watcher: () => void): () => void {
    this.watchers.add(watcher)
    return () => this.watchers.delete(watcher)
  }

  refresh(): void {
    this.dirty = true
    this.ask()
  }

  private ask(): void {
    if (this.frame === 0 && this.canvas) this.frame = requestAnimationFrame(() => this.draw())
  }

  private measure(): void {
    const { canvas } = this
    if (!canvas) return
    this.width = canvas.clientWidth
    this.height = canvas.clientHeight
    const density = Math.min(2, window.devicePixelRatio || 1)
    canvas.width = Math.round(this.width * density)
    canvas.height = Math.round(this.height * density)
    this.turned()
  }

  private turned(): void {
    this.watchers.forEach((watcher) => watcher())
    this.refresh()
  }

  private draw(): void {
    this.frame = 0
    const moment = songPlayer.time
    const { playing } = songPlayer.now
    if (playing && this.follows) {
      const next = following(this.view, moment, this.scene.duration)
      if (next !== this.view) this.look(next)
    }
    if (this.dirty) this.paint()
    if (this.playhead) {
      const x = xOf(moment, this.view, this.width)
      this.playhead.style.transform = `translateX(${x}px)`
      this.playhead.style.visibility = x < -1 || x > this.width + 1 ? 'hidden' : 'visible'
    }
    this.drawers.forEach((drawer) => drawer(moment))
    if (playing) this.ask()
  }

  private paint(): void {
    const { canvas, scene, view, width, height, lanes } = this
    if (!canvas || width === 0) return
    const ink = canvas.getContext('2d')
    if (!ink) return
    this.dirty = false
    const colours = (this.colours ??= readColours(canvas.parentElement ?? document.body))
    const density = canvas.width / width
    ink.setTransform(density, 0, 0, density, 0, 0)
    ink.clearRect(0, 0, width, height)
    const sheet = { ink, width, height, view, lanes, scene, colours }
    paintSections(sheet)
    paintGrid(sheet, 'under')
    if (scene.waveform) {
      const box = { x: 0, y: lanes.ruler + lanes.sections + 6, width, height: Math.max(0, lanes.wave - 12) }
      paintWave(ink, scene.waveform, view, box, colours)
    }
    paintGrid(sheet, 'over')
    paintRuler(sheet)
    paintShots(sheet)
    paintLyrics(sheet)
    paintMarks(sheet)
  }
}
