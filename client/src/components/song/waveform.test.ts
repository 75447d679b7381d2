import { describe, expect, it } from 'vitest'
import { aWaveform } from '@/test/song-examples'
import { LiveWaveform } from './live-waveform'
import { bandsOf, levelFor, peaksOf, readWaveform, type Waveform } from './waveform'

const points = [
  [-10, 20, 1, 2, 3],
  [-127, 127, 100, 50, 25],
  [-5, 5, 0, 0, 0],
]

describe('a stored waveform', () => {
  it('is read as it was written', () => {
    const waveform = readWaveform(aWaveform(points))
    expect(waveform?.sampleRate).toBe(22_050)
    expect(waveform?.seconds).toBeCloseTo((3 * 128) / 22_050)
    const [level] = waveform?.levels ?? []
    const peaks = { min: 0, max: 0 }
    const perPoint = 128 / 22_050
    expect(level && peaksOf(level, 22_050, 0, 2 * perPoint, peaks)).toBe(true)
    expect(peaks).toEqual({ min: -127, max: 127 })
    const bands = { low: 0, mid: 0, high: 0 }
    if (level) bandsOf(level, 22_050, perPoint, 3 * perPoint, bands)
    expect(bands).toEqual({ low: 50, mid: 25, high: 12.5 })
  })

  it('is nothing when the bytes are cut off, of another kind, or of a version to come', () => {
    const whole = aWaveform(points)
    for (const length of [0, 3, 19, 31, whole.byteLength - 1]) expect(readWaveform(whole.slice(0, length))).toBeNull()
    const later = whole.slice(0)
    new DataView(later).setUint16(4, 2, true)
    expect(readWaveform(later)).toBeNull()
    expect(readWaveform(new ArrayBuffer(64))).toBeNull()
  })

  it('has no columns past its end', () => {
    const [level] = readWaveform(aWaveform(points))?.levels ?? []
    expect(level && peaksOf(level, 22_050, 5, 6, { min: 0, max: 0 })).toBe(false)
  })
})

it('draws from the coarsest level that still has a point for every pixel', () => {
  const level = (samplesPerPoint: number) => ({ samplesPerPoint, count: 0, points: new Uint8Array() })
  const waveform: Waveform = { sampleRate: 1000, seconds: 1, levels: [level(10), level(40), level(160)] }
  expect(levelFor(waveform, 0.2)?.samplesPerPoint).toBe(160)
  expect(levelFor(waveform, 0.1)?.samplesPerPoint).toBe(40)
  expect(levelFor(waveform, 0.001)?.samplesPerPoint).toBe(10)
})

it('grows from pieces however the network cuts them, and makes its coarser levels itself', () => {
  const bytes = new Uint8Array(Array.from({ length: 16 }, (_, at) => [256 - at, at, 40, 80, at]).flat())
  const growing = new LiveWaveform()
  for (let at = 0; at < bytes.length; at += 7) growing.add(bytes.slice(at, at + 7))
  const { levels, seconds } = growing.waveform
  expect(levels.map((level) => level.count)).toEqual([16, 4, 1, 0])
  expect(seconds).toBeCloseTo((16 * 128) / 22_050)
  const peaks = { min: 0, max: 0 }
  if (levels[2]) peaksOf(levels[2], 22_050, 0, 0.05, peaks)
  expect(peaks).toEqual({ min: -15, max: 15 })
})
