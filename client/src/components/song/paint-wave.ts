import { mixtureOf } from './band-mixture'
import type { Colours } from './colours'
import { ColumnSheet } from './column-sheet'
import { lengthOf, type ViewWindow } from './view-window'
import { bandsOf, coarserThan, levelFor, peaksOf, type Waveform } from './waveform'

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/** A sheet for each canvas: the song's stage is painted in every frame. */
const sheets = new WeakMap<CanvasRenderingContext2D, ColumnSheet>()

/** Draws the waveform, one column a pixel of the page. */
export function paintWave(
  ink: CanvasRenderingContext2D,
  waveform: Waveform,
  view: ViewWindow,
  box: Box,
  colours: Colours,
) {
  const secondsPerPixel = lengthOf(view) / box.width
  const level = levelFor(waveform, secondsPerPixel)
  if (!level) return
  const calmer = coarserThan(waveform, level)
  const column = { min: 0, max: 0, low: 0, mid: 0, high: 0 }
  const middle = box.height / 2
  const scale = box.height / 2 / 127
  const step = stepOf(level.samplesPerPoint / waveform.sampleRate, secondsPerPixel)
  const sheet = sheets.get(ink) ?? new ColumnSheet()
  sheets.set(ink, sheet)
  sheet.clear(box.width, box.height, ink.getTransform().a)
  for (let x = 0; x < box.width; x += step) {
    const start = view.start + x * secondsPerPixel
    const end = start + step * secondsPerPixel
    if (!peaksOf(level, waveform.sampleRate, start, end, column)) continue
    bandsOf(calmer, waveform.sampleRate, start, end, column)
    const top = middle - column.max * scale
    const bottom = top + Math.max(1, (column.max - column.min) * scale)
    sheet.column(x, step, top, bottom, colours.mixtures[mixtureOf(column.low, column.mid, column.high)] ?? 0)
  }
  sheet.drawOn(ink, box.x, box.y)
}

/** Nearer than the finest points, a point is several pixels wide. */
function stepOf(secondsPerPoint: number, secondsPerPixel: number) {
  return Math.max(1, secondsPerPoint / secondsPerPixel)
}
