import { mixtureOf, mixtures, type Colours } from './colours'
import { lengthOf, type ViewWindow } from './view-window'
import { bandsOf, coarserThan, levelFor, peaksOf, type Waveform } from './waveform'

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/**
 * Draws the waveform, one column a pixel. Columns are drawn mixture by mixture, for changing the colour costs more than a
 * rectangle. One path a mixture was tried: where no graphics card helps, the slowest twentieth of frames took 53 ms, and 18 so.
 */
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
  const middle = box.y + box.height / 2
  const scale = box.height / 2 / 127
  const step = stepOf(level.samplesPerPoint / waveform.sampleRate, secondsPerPixel)
  const rows: (number[] | undefined)[] = Array.from({ length: mixtures })
  for (let x = 0; x < box.width; x += step) {
    const start = view.start + x * secondsPerPixel
    const end = start + step * secondsPerPixel
    if (!peaksOf(level, waveform.sampleRate, start, end, column)) continue
    bandsOf(calmer, waveform.sampleRate, start, end, column)
    const row = (rows[mixtureOf(column.low, column.mid, column.high)] ??= [])
    row.push(box.x + x, middle - column.max * scale, Math.max(1, (column.max - column.min) * scale))
  }
  rows.forEach((row, mixture) => {
    if (!row) return
    ink.fillStyle = colours.mixtures[mixture] ?? colours.soft
    for (let at = 0; at < row.length; at += 3) ink.fillRect(row[at] ?? 0, row[at + 1] ?? 0, step, row[at + 2] ?? 0)
  })
}

/** Nearer than the finest points, a point is several pixels wide. */
function stepOf(secondsPerPoint: number, secondsPerPixel: number) {
  return Math.max(1, secondsPerPoint / secondsPerPixel)
}
