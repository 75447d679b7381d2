import { mixtureOf, mixtures, type Colours } from './colours'
import { lengthOf, type ViewWindow } from './view-window'
import { columnOf, levelFor, type Waveform } from './waveform'

interface Box {
  x: number
  y: number
  width: number
  height: number
}

/**
 * Draws the waveform, one column a pixel. Columns of one mixture are one path: a fill costs far more than a rectangle, and
 * so the number of fills is that of the mixtures, however wide the screen is.
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
  const paths: (Path2D | undefined)[] = Array.from({ length: mixtures })
  const column = { min: 0, max: 0, low: 0, mid: 0, high: 0 }
  const middle = box.y + box.height / 2
  const scale = box.height / 2 / 127
  const step = stepOf(level.samplesPerPoint / waveform.sampleRate, secondsPerPixel)
  for (let x = 0; x < box.width; x += step) {
    const start = view.start + x * secondsPerPixel
    if (!columnOf(level, waveform.sampleRate, start, start + step * secondsPerPixel, column)) continue
    const at = mixtureOf(column.low, column.mid, column.high)
    const path = (paths[at] ??= new Path2D())
    const top = middle - column.max * scale
    path.rect(box.x + x, top, step, Math.max(1, (column.max - column.min) * scale))
  }
  paths.forEach((path, at) => {
    if (!path) return
    ink.fillStyle = colours.mixtures[at] ?? colours.soft
    ink.fill(path)
  })
}

/** Nearer than the finest points, a point is several pixels wide. */
function stepOf(secondsPerPoint: number, secondsPerPixel: number) {
  return Math.max(1, secondsPerPoint / secondsPerPixel)
}
