import type { VideoModel } from '@/api/catalog'
import type { Clip, ClipBatch } from '@/api/clips'

/** A model that makes clips from words. */
export function aModel(different: Partial<VideoModel> = {}): VideoModel {
  return {
    id: 'lagoon',
    name: 'Lagoon',
    kind: 'textToVideo',
    groups: ['textToVideo'],
    private: true,
    available: true,
    unavailableBecause: null,
    beta: false,
    retiresAt: null,
    durations: ['5s', '10s'],
    aspectRatios: ['16:9', '9:16'],
    resolutions: ['720p', '1080p'],
    sound: 'switchable',
    promptLimit: 200,
    image: 'no',
    endImage: 'no',
    audio: 'no',
    maxReferenceImages: 0,
    ...different,
  }
}

/** A model that wants a picture to start from. */
export function anImageModel(different: Partial<VideoModel> = {}): VideoModel {
  return aModel({
    id: 'reef',
    name: 'Reef',
    kind: 'imageToVideo',
    groups: ['imageToVideo'],
    durations: ['6s', '8s'],
    aspectRatios: [],
    sound: 'never',
    image: 'required',
    ...different,
  })
}

/** A finished clip that cost 42 cents. */
export function aClip(different: Partial<Clip> = {}): Clip {
  return {
    id: '0199a000-0000-7000-8000-000000000001',
    batchId: '0199a000-0000-7000-8000-0000000000b1',
    project: null,
    shot: null,
    status: 'done',
    waiting: null,
    settings: {
      model: 'lagoon',
      prompt: 'a gondola at dusk',
      duration: '5s',
      aspectRatio: '16:9',
      resolution: '720p',
      sound: true,
    },
    modelName: 'Lagoon',
    quoted: 420_000,
    paid: 420_000,
    createdAt: '2026-11-20T20:00:00Z',
    submittedAt: '2026-11-20T20:00:05Z',
    finishedAt: '2026-11-20T20:02:10Z',
    progress: null,
    failure: null,
    consent: null,
    media: aVideo(),
    cleanUp: false,
    cleanedUpAt: null,
    cleanUpNote: null,
    cancelAsked: false,
    retryOf: null,
    newPrice: null,
    ...different,
  }
}

/** What one press ordered, told whole: these clips and, when there are more than the list brings, its numbers. */
export function aBatch(clips: readonly Clip[], different: Partial<ClipBatch> = {}): ClipBatch {
  const [first = aClip()] = clips
  const count = (...statuses: Clip['status'][]) => clips.filter(({ status }) => statuses.includes(status)).length
  return {
    id: first.batchId,
    createdAt: first.createdAt,
    project: first.project ?? null,
    tally: {
      clips: clips.length,
      inLine: count('reserved'),
      working: count('submitting', 'working', 'collecting'),
      attention: count('uncertain', 'needsConsent', 'priceChanged'),
      done: count('done'),
      failed: count('failed'),
      cancelled: count('cancelled'),
    },
    quoted: clips.reduce((sum, clip) => sum + clip.quoted, 0),
    paid: clips.reduce((sum, clip) => sum + clip.paid, 0),
    matching: clips.length,
    clips: [...clips],
    ...different,
  }
}

/** A clip that has no video: under way, waiting for a person, or ended badly. */
export function aClipWithout(different: Partial<Clip>): Clip {
  return aClip({ paid: 0, media: null, finishedAt: null, ...different })
}

function aVideo(): NonNullable<Clip['media']> {
  return {
    id: 'v1',
    kind: 'video',
    mimeType: 'video/mp4',
    bytes: 1_500_000,
    width: 1280,
    height: 720,
    seconds: 5.04,
    name: 'a gondola at dusk.mp4',
    url: '/api/media/v1',
    posterUrl: '/api/media/v1/poster',
  }
}
