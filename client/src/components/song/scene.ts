import type { AnySection, LyricLine } from '@/api/track-types'
import type { Bar } from './bars'
import type { Waveform } from './waveform'

/** Everything that the stage shows of a song. */
export interface Scene {
  duration: number
  waveform: Waveform | null
  beats: readonly number[]
  bars: readonly Bar[]
  sections: readonly AnySection[]
  names: readonly string[]
  /** Index of the section that is being looked at, or −1. */
  selected: number
  free: readonly { start: number; end: number }[]
  lines: readonly LyricLine[]
  loop: { start: number; end: number } | null
}

export const emptyScene: Scene = {
  duration: 0,
  waveform: null,
  beats: [],
  bars: [],
  sections: [],
  names: [],
  selected: -1,
  free: [],
  lines: [],
  loop: null,
}

/** The lanes from top to bottom, CSS pixels. */
export interface Lanes {
  ruler: number
  sections: number
  wave: number
  lyrics: number
}

const ruler = 22
const sections = 30
const lyrics = 28

export function lanesOf(height: number, scene: Scene): Lanes {
  const bands = scene.sections.length > 0 ? sections : 0
  const words = scene.lines.some((line) => line.start != null) ? lyrics : 0
  return { ruler, sections: bands, wave: Math.max(0, height - ruler - bands - words), lyrics: words }
}

export type Lane = keyof Lanes

export function laneAt(y: number, lanes: Lanes): Lane {
  if (y < lanes.ruler) return 'ruler'
  if (y < lanes.ruler + lanes.sections) return 'sections'
  return y < lanes.ruler + lanes.sections + lanes.wave ? 'wave' : 'lyrics'
}

/** The edge between two sections nearest to a point, within some pixels: the index of the second of them, or −1. */
export function edgeNear(all: readonly AnySection[], seconds: number, secondsPerPixel: number, reach: number): number {
  let [found, closest] = [-1, reach * secondsPerPixel]
  all.forEach(({ start }, index) => {
    const off = Math.abs(start - seconds)
    if (index > 0 && off <= closest) [found, closest] = [index, off]
  })
  return found
}
