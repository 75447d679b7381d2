import type { Colours } from './colours'
import type { Lanes, Scene } from './scene'
import { lengthOf, xOf, type ViewWindow } from './view-window'

export interface Sheet {
  ink: CanvasRenderingContext2D
  width: number
  height: number
  view: ViewWindow
  lanes: Lanes
  scene: Scene
  colours: Colours
}

const face = '"Instrument Sans", "Instrument Sans Stand-in", sans-serif'

/** The sections: a tint over the whole height, and above the wave a band with its name. */
export function paintSections({ ink, width, height, view, lanes, scene, colours }: Sheet): void {
  ink.font = `600 13px ${face}`
  ink.textBaseline = 'middle'
  scene.sections.forEach((section, index) => {
    const [from, to] = [xOf(section.start, view, width), xOf(section.end, view, width)]
    if (to < 0 || from > width) return
    const colour = colours.roles[section.role] ?? colours.faint
    const chosen = index === scene.selected
    ink.fillStyle = colour
    ink.globalAlpha = chosen ? 0.2 : 0.075
    ink.fillRect(from, lanes.ruler + lanes.sections, to - from, height)
    ink.globalAlpha = chosen ? 1 : 0.3
    ink.fillRect(from + 0.5, lanes.ruler, Math.max(1, to - from - 1), lanes.sections)
    ink.globalAlpha = 1
    ink.fillRect(from + 0.5, lanes.ruler, Math.max(1, to - from - 1), 3)
    words(ink, scene.names[index] ?? '', {
      x: Math.max(from, 0),
      end: Math.min(to, width),
      y: lanes.ruler + lanes.sections / 2 + 2,
      colour: chosen ? colours.ground : colours.ink,
      short: shortName(scene.names[index] ?? ''),
    })
  })
}

interface Words {
  x: number
  end: number
  y: number
  colour: string
  /** In place of the whole, where that does not fit; without it, words are cut off where their room ends. */
  short?: string
}

/** Words in a box. Where only a letter or two would be seen, nothing is. */
function words(ink: CanvasRenderingContext2D, text: string, { x, end, y, colour, short }: Words): void {
  const room = end - x - 11
  const fits = (one: string) => ink.measureText(one).width <= room
  const shown = fits(text) ? text : short === undefined ? (room > 44 ? text : '') : fits(short) ? short : ''
  if (!shown) return
  ink.save()
  ink.beginPath()
  ink.rect(x + 7, y - 14, room, 28)
  ink.clip()
  ink.fillStyle = colour
  ink.fillText(shown, x + 7, y)
  ink.restore()
}

/** "Pre-chorus 2" as "P2", "Intro" as "In". */
export function shortName(name: string): string {
  const number = /\d+$/.exec(name)?.[0]
  return number ? `${name.charAt(0)}${number}` : name.slice(0, 2)
}

/**
 * Lines for the bars, and between them for the beats once there is room. They lie under the wave, where they rule it like paper,
 * and once more over it, hardly seen, so that loud music does not hide them.
 */
export function paintGrid({ ink, width, height, view, lanes, scene, colours }: Sheet, where: 'under' | 'over'): void {
  const top = lanes.ruler + lanes.sections
  const bottom = height - lanes.lyrics
  const pixels = width / lengthOf(view)
  const over = where === 'over'
  const every = barStep(scene, pixels, 18)
  const line = (seconds: number, strength: number) => {
    ink.globalAlpha = strength
    ink.fillRect(Math.round(xOf(seconds, view, width)), top, 1, bottom - top)
  }
  if (averageGap(scene.beats) * pixels > 10) {
    ink.fillStyle = over ? colours.ground : colours.strong
    for (const beat of inSight(scene.beats, view)) line(beat, over ? 0.3 : 0.5)
  }
  const wide = every === 1 && (averageGap(scene.beats) * pixels > 10 || pixels > 60)
  ink.fillStyle = over && !wide ? colours.ground : colours.ink
  for (const bar of scene.bars) {
    if (bar.start < view.start || bar.start > view.end || (bar.number - 1) % every !== 0) continue
    line(bar.start, over ? (wide ? 0.75 : 0.3) : (bar.number - 1) % (4 * every) === 0 ? 0.55 : 0.22)
  }
  ink.globalAlpha = 1
}

/** Bar numbers over the wave; minutes and seconds where there are no bars. */
export function paintRuler({ ink, width, view, lanes, scene, colours }: Sheet): void {
  ink.font = `500 12px ${face}`
  ink.textBaseline = 'middle'
  const pixels = width / lengthOf(view)
  const mark = (seconds: number, text: string) => {
    const x = Math.round(xOf(seconds, view, width))
    ink.fillStyle = colours.strong
    ink.fillRect(x, lanes.ruler - 6, 1, 6)
    ink.fillStyle = colours.faint
    ink.fillText(text, x + 4, lanes.ruler / 2)
  }
  if (scene.bars.length > 1) {
    const every = barStep(scene, pixels, 52)
    for (const bar of scene.bars) {
      if (bar.start >= view.start - 5 && bar.start <= view.end && (bar.number - 1) % every === 0)
        mark(bar.start, String(bar.number))
    }
    return
  }
  const every = [0.1, 0.5, 1, 5, 10, 30, 60, 120, 300].find((step) => step * pixels >= 64) ?? 600
  for (let at = Math.ceil(view.start / every) * every; at <= Math.min(view.end, scene.duration); at += every) {
    mark(at, `${Math.floor(at / 60)}:${(at % 60).toFixed(every < 1 ? 1 : 0).padStart(every < 1 ? 4 : 2, '0')}`)
  }
}

/** The words under the wave; a line whose time nobody heard is faint, as in the list. */
export function paintLyrics({ ink, width, height, view, lanes, scene, colours }: Sheet): void {
  if (lanes.lyrics === 0) return
  ink.font = `500 13px ${face}`
  ink.textBaseline = 'middle'
  const y = height - lanes.lyrics / 2
  ink.fillStyle = colours.raised
  ink.fillRect(0, height - lanes.lyrics, width, lanes.lyrics)
  scene.lines.forEach((line, index) => {
    if (line.start == null) return
    const next = scene.lines.slice(index + 1).find((one) => one.start != null)?.start
    const end = Math.min(line.end ?? line.start + 4, next ?? Infinity)
    const [from, to] = [xOf(line.start, view, width), xOf(end, view, width)]
    if (to < 0 || from > width) return
    ink.fillStyle = line.support === 'interpolated' ? colours.edge : colours.strong
    ink.fillRect(from, height - lanes.lyrics + 3, 2, lanes.lyrics - 6)
    const colour = line.support === 'interpolated' ? colours.faint : colours.ink
    words(ink, line.text, { x: Math.max(from, 0) - 1, end: Math.min(to, width) + 6, y, colour })
  })
}

/** Slanted lines where no beat is followed, and a frame around what is looped. */
export function paintMarks({ ink, width, height, view, lanes, scene, colours }: Sheet): void {
  const top = lanes.ruler + lanes.sections
  const bottom = height - lanes.lyrics
  for (const { start, end } of scene.free) {
    const [from, to] = [Math.max(0, xOf(start, view, width)), Math.min(width, xOf(end, view, width))]
    if (to <= from) continue
    ink.save()
    ink.beginPath()
    ink.rect(from, top, to - from, bottom - top)
    ink.clip()
    ink.strokeStyle = colours.faint
    ink.globalAlpha = 0.35
    ink.beginPath()
    for (let x = from - (bottom - top); x < to; x += 12) {
      ink.moveTo(x, bottom)
      ink.lineTo(x + bottom - top, top)
    }
    ink.stroke()
    ink.restore()
  }
  if (!scene.loop) return
  const [from, to] = [xOf(scene.loop.start, view, width), xOf(scene.loop.end, view, width)]
  ink.fillStyle = colours.lampInk
  ink.fillRect(from, lanes.ruler - 3, to - from, 3)
  ink.fillRect(from, lanes.ruler - 3, 2, height)
  ink.fillRect(to - 2, lanes.ruler - 3, 2, height)
}

/** How many bars lie between two that are drawn, so that at least so many pixels do. */
export function barStep({ bars }: Pick<Scene, 'bars'>, pixelsPerSecond: number, least: number): number {
  const [first, last] = [bars[0], bars.at(-1)]
  if (!first || !last || bars.length < 2) return 1
  const pixels = ((last.start - first.start) / (bars.length - 1)) * pixelsPerSecond
  return [1, 2, 4, 8, 16, 32, 64, 128].find((step) => step * pixels >= least) ?? 256
}

function averageGap(beats: readonly number[]): number {
  return beats.length < 2 ? 0 : ((beats.at(-1) ?? 0) - (beats[0] ?? 0)) / (beats.length - 1)
}

function inSight(beats: readonly number[], view: ViewWindow) {
  return beats.filter((beat) => beat >= view.start && beat <= view.end)
}
