/** One zoom of a drawn song: five bytes a point, which are its lowest and highest sample and the loudness of three bands. */
export interface Level {
  samplesPerPoint: number
  count: number
  points: Uint8Array
}

export interface Waveform {
  sampleRate: number
  /** Seconds that the points cover. */
  seconds: number
  /** The finest first. */
  levels: readonly Level[]
}

export const pointBytes = 5

const headBytes = 20
const levelBytes = 12
const magic = 0x46575356 // "VSWF", read as a little-endian number

/** Reads a stored waveform; null when these bytes are none, or are cut off, or of a version to come. */
export function readWaveform(bytes: ArrayBuffer): Waveform | null {
  const view = new DataView(bytes)
  if (bytes.byteLength < headBytes || view.getUint32(0, true) !== magic || view.getUint16(4, true) !== 1) return null
  const count = view.getUint16(6, true)
  const sampleRate = view.getUint32(8, true)
  const samples = Number(view.getBigUint64(12, true))
  if (count < 1 || count > 8 || sampleRate === 0 || bytes.byteLength < headBytes + count * levelBytes) return null

  const levels: Level[] = []
  for (let entry = headBytes; levels.length < count; entry += levelBytes) {
    const samplesPerPoint = view.getUint32(entry, true)
    const points = view.getUint32(entry + 4, true)
    const from = view.getUint32(entry + 8, true)
    if (samplesPerPoint === 0 || from + points * pointBytes > bytes.byteLength) return null
    levels.push({ samplesPerPoint, count: points, points: new Uint8Array(bytes, from, points * pointBytes) })
  }
  return { sampleRate, seconds: samples / sampleRate, levels }
}

/** The coarsest level that still has a point for every pixel, or the finest there is. */
export function levelFor(waveform: Waveform, secondsPerPixel: number): Level | undefined {
  const enough = (level: Level) => level.samplesPerPoint / waveform.sampleRate <= secondsPerPixel
  return waveform.levels.findLast(enough) ?? waveform.levels[0]
}

/** The next coarser level, whose colours are calmer: at the finer one, kick and cymbal take turns pixel by pixel. */
export function coarserThan(waveform: Waveform, level: Level): Level {
  return waveform.levels[waveform.levels.indexOf(level) + 1] ?? level
}

function span(level: Level, sampleRate: number, start: number, end: number): [number, number] {
  const perPoint = level.samplesPerPoint / sampleRate
  const first = Math.max(0, Math.floor(start / perPoint))
  return [first, Math.min(level.count, Math.max(first + 1, Math.ceil(end / perPoint)))]
}

/** The lowest and highest sample of a stretch, −127 to 127. False where there are no points. */
export function peaksOf(
  level: Level,
  sampleRate: number,
  start: number,
  end: number,
  into: { min: number; max: number },
): boolean {
  const [first, last] = span(level, sampleRate, start, end)
  if (end <= 0 || last <= first) return false
  let [min, max] = [127, -127]
  for (let at = first * pointBytes; at < last * pointBytes; at += pointBytes) {
    const lowest = ((level.points[at] ?? 0) << 24) >> 24
    const highest = ((level.points[at + 1] ?? 0) << 24) >> 24
    if (lowest < min) min = lowest
    if (highest > max) max = highest
  }
  into.min = min
  into.max = max
  return true
}

/** How loud each band is on average in a stretch, 0 to 255. */
export function bandsOf(
  level: Level,
  sampleRate: number,
  start: number,
  end: number,
  into: { low: number; mid: number; high: number },
): void {
  const [first, last] = span(level, sampleRate, start, end)
  into.low = into.mid = into.high = 0
  const count = Math.max(1, last - first)
  for (let at = first * pointBytes; at < last * pointBytes; at += pointBytes) {
    into.low += (level.points[at + 2] ?? 0) / count
    into.mid += (level.points[at + 3] ?? 0) / count
    into.high += (level.points[at + 4] ?? 0) / count
  }
}
