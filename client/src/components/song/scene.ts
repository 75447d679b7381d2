import type { AnySection, LyricLine } from '@/api/track-types'
import type { Bar } from './bars'
import type { Waveform } from './waveform'

/** A shot of the film over the song. */
export interface SceneShot {
  start: number
  end: number
  /** Its number. */
  label: string
  state: 'empty' | 'drawn' | 'approved'
  chosen: boolean
}

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
  /** Left out where the song is shown without a film. */
  shots?: readonly SceneShot[]
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
  shots: number
  lyrics: number
}

const ruler = 22
const sections = 30
const shots = 30
const lyrics = 28

export function lanesOf(height: number, scene: Scene): Lanes {
  const bands = scene.sections.length > 0 ? sections : 0
  const words = scene.lines.some((line) => line.start != null) ? lyrics : 0
  const film = scene.shots && scene.shots.length > 0 ? shots : 0
  const wave = Math.max(0, height - ruler - bands - film - words)
  return { ruler, sections: bands, wave, shots: film, lyrics: words }
}

export type Lane = keyof Lanes

export function laneAt(y: number, lanes: Lanes): Lane {
  if (y < lanes.ruler) return 'ruler'
  if (y < lanes.ruler + lanes.sections) return 'sections'
  const under = lanes.ruler + lanes.sections + lanes.wave
  if (y < under) return 'wave'
  return y < under + lanes.shots ? 'shots' : 'lyrics'
}

/** The edge between two sections or shots nearest to a point, within some pixels: the index of the second of them, or −1. */
export function edgeNear(
  all: readonly { start: number }[],
  seconds: number,
  secondsPerPixel: number,
  reach: number,
): number {
  let [found, closest] = [-1, reach * secondsPerPixel]
  all.forEach(({ start }, index) => {
    const off = Math.abs(start - seconds)
    if (index > 0 && off <= closest) [found, closest] = [index, off]
  })
  return found
}
