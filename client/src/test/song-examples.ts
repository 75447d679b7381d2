import type { Corrections, Hearing, Lyrics, Track } from '@/api/track-types'

export const songId = '0199a000-0000-7000-8000-0000000000aa'

/** A song of 64 seconds that was heard. */
export function aTrack(different: Partial<Track> = {}): Track {
  return {
    id: songId,
    title: 'Acqua alta',
    artist: 'The Lagoon Choir',
    hasCover: false,
    coverUrl: null,
    source: 'upload',
    media: {
      id: 'm1',
      kind: 'audio',
      mimeType: 'audio/mpeg',
      bytes: 1_000_000,
      width: null,
      height: null,
      seconds: 64,
      name: 'acqua alta.mp3',
      url: '/api/media/m1',
      posterUrl: null,
    },
    seconds: 64,
    bytes: 1_000_000,
    state: 'heard',
    stage: null,
    share: 1,
    failure: null,
    tempo: 120,
    meter: 4,
    confidence: 0.9,
    steady: true,
    lyrics: 'none',
    createdAt: '2026-11-20T20:00:00Z',
    ...different,
  }
}

export function corrections(different: Partial<Corrections> = {}): Corrections {
  return {
    version: 1,
    octave: 0,
    halfBeats: 0,
    nudgeMs: 0,
    one: null,
    meter: null,
    tapped: null,
    free: [],
    sections: null,
    ...different,
  }
}

/** 120 BPM in four: a beat each half second, a bar every two; an intro, a verse and a chorus. */
export function aHearing(different: Partial<Hearing> = {}): Hearing {
  const beats = Array.from({ length: 128 }, (_, index) => index / 2)
  return {
    duration: 64,
    tempo: 120,
    meter: 4,
    confidence: 0.9,
    steady: true,
    tempoCurve: [{ seconds: 0, tempo: 120 }],
    stretches: [{ start: 0, end: 64, confidence: 0.9 }],
    beats,
    positions: beats.map((_, index) => (index % 4) + 1),
    sections: [
      { start: 0, end: 16, role: 'intro', energy: 0.2, onsetDensity: 2, why: 'It comes first and is quiet.' },
      { start: 16, end: 40, role: 'verse', energy: 0.5, onsetDensity: 4, why: 'Drums and bass come in.' },
      { start: 40, end: 64, role: 'chorus', energy: 1, onsetDensity: 6, why: 'All play, loudest.' },
    ],
    corrections: corrections(),
    analyserVersion: 1,
    ...different,
  }
}

export const noLyrics: Lyrics = { text: '', instrumental: false, lines: [], recognition: null }

/** Points of one level of a waveform, as bytes of a file with that level alone. */
export function aWaveform(points: readonly (readonly number[])[], samplesPerPoint = 128, rate = 22_050): ArrayBuffer {
  const bytes = new ArrayBuffer(32 + points.length * 5)
  const view = new DataView(bytes)
  new TextEncoder().encodeInto('VSWF', new Uint8Array(bytes))
  view.setUint16(4, 1, true)
  view.setUint16(6, 1, true)
  view.setUint32(8, rate, true)
  view.setBigUint64(12, BigInt(points.length * samplesPerPoint), true)
  view.setUint32(20, samplesPerPoint, true)
  view.setUint32(24, points.length, true)
  view.setUint32(28, 32, true)
  points.flat().forEach((value, index) => view.setInt8(32 + index, value))
  return bytes
}
