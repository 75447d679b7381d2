import type { Clip } from '@/api/clips'
import type { Export } from '@/api/exports'
import type { CutSpan, CutView, Film, Scorecard } from '@/api/films'
import type { DeskCard, Take, TakesQuote } from '@/api/takes'
import { aClip } from './examples'
import { projectId, shotId } from './film-examples'

/** A finished take of the first shot, shown in the film. */
export function aTake(different: Partial<Take> = {}, clip: Partial<Clip> = {}): Take {
  const id = different.id ?? 't1'
  return {
    id,
    shotId: shotId(1),
    chosen: true,
    createdAt: '2026-11-20T20:00:00Z',
    clip: aClip({ id, modelName: 'Reef', quoted: 500_000, paid: 500_000, ...clip }),
    footage: null,
    ...different,
  }
}

export function aTakesQuote(different: Partial<TakesQuote> = {}): TakesQuote {
  return {
    shots: 3,
    total: 1_500_000,
    seconds: 48,
    leftForProject: 39_000_000,
    leftForMember: null,
    leftForStudio: null,
    withinBudget: true,
    each: [],
    leftOut: [],
    stop: null,
    ...different,
  }
}

export function aDeskCard(different: Partial<DeskCard> = {}): DeskCard {
  return {
    id: 't2',
    of: 'take',
    kind: 'failed',
    shotId: shotId(2),
    number: 2,
    sentence: 'Venice ended it without a video.',
    paid: 0,
    at: '2026-11-20T20:00:00Z',
    prompt: 'Picture 2.',
    consent: null,
    ways: [],
    ...different,
  }
}

/** The span of that number: 16 seconds at 24 frames, showing the take of its own shot. */
export function aCutSpan(number: number, different: Partial<CutSpan> = {}): CutSpan {
  return {
    shotId: shotId(number),
    number,
    startFrame: (number - 1) * 384,
    frames: 384,
    source: 'take',
    sourceId: `t${number}`,
    clipUrl: `/api/media/v${number}`,
    posterUrl: `/api/media/v${number}/poster`,
    sourceSeconds: 20,
    inSeconds: 0,
    speed: 1,
    rule: 'hold',
    transition: 'cut',
    transitionFrames: 0,
    onBeat: true,
    missing: null,
    ...different,
  }
}

export function aCut(different: Partial<CutView> = {}): CutView {
  return {
    version: 1,
    cut: {
      spans: [],
      titleCard: null,
      endCard: null,
      captions: null,
      fadeIn: 0,
      fadeOut: 0,
      fadeSong: false,
      logo: null,
    },
    frameRate: 24,
    frames: 1536,
    width: 1280,
    height: 720,
    spans: [1, 2, 3, 4].map((number) => aCutSpan(number)),
    beats: [],
    downbeats: [],
    missing: [],
    ...different,
  }
}

export function aScorecard(different: Partial<Scorecard> = {}): Scorecard {
  return {
    isWhole: true,
    framesExpected: 1536,
    framesFound: 1536,
    cuts: 3,
    cutsSeen: 3,
    cutsOnTime: 3,
    freeCuts: 0,
    worstCut: 0,
    cutMarks: [],
    black: [],
    frozen: [],
    flashes: [],
    songLoudness: -9.2,
    filmLoudness: -9.2,
    sentence: 'Every frame is there, every cut lies on its place.',
    ...different,
  }
}

/** A whole film that shows the present cut. */
export function aFilm(different: Partial<Film> = {}): Film {
  return {
    id: 'film1',
    projectId,
    number: 1,
    state: 'done',
    doneFrames: 1536,
    totalFrames: 1536,
    media: {
      id: 'mf',
      kind: 'video',
      mimeType: 'video/mp4',
      bytes: 48_000_000,
      width: 1280,
      height: 720,
      seconds: 64,
      name: 'film.mp4',
      url: '/api/media/mf',
      posterUrl: '/api/media/mf/poster',
    },
    scorecard: aScorecard(),
    failure: null,
    isCurrent: true,
    createdAt: '2026-11-20T20:00:00Z',
    finishedAt: '2026-11-20T20:04:00Z',
    ...different,
  }
}

export function anExport(different: Partial<Export> = {}): Export {
  return {
    id: 'e1',
    projectId,
    project: 'Acqua alta, the film',
    filmId: 'film1',
    kind: 'mp4_1080',
    state: 'done',
    share: 1,
    name: 'Acqua alta 1080p.mp4',
    mimeType: 'video/mp4',
    bytes: 48_000_000,
    url: '/api/exports/e1/file',
    failure: null,
    createdAt: '2026-11-20T20:05:00Z',
    finishedAt: '2026-11-20T20:06:00Z',
    ...different,
  }
}
