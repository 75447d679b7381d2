import type { Board, Shot } from '@/api/board'
import type { Plan, Project } from '@/api/projects'
import type { Still } from '@/api/stills'
import { aTrack } from './song-examples'

export const projectId = '0199a000-0000-7000-8000-0000000000f1'

export const shotId = (number: number) => `0199a000-0000-7000-8000-0000000001${String(number).padStart(2, '0')}`

/** A video of a song that was heard, with nothing said about it yet. */
export function aProject(different: Partial<Project> = {}): Project {
  return {
    id: projectId,
    title: 'Acqua alta, the film',
    track: aTrack(),
    brief: {
      theme: '',
      mood: '',
      performers: '',
      platform: 'wide',
      pace: 'steady',
      mustHave: '',
      neverShow: '',
      referenceIds: [],
      questions: [],
    },
    look: {
      style: '',
      palette: '',
      light: '',
      lens: '',
      voice: '',
      forbidden: '',
      logoId: null,
      keyMessages: '',
      callToAction: '',
      doNotMention: '',
    },
    cast: [],
    plan: {
      videoModel: null,
      resolution: null,
      imageModel: null,
      frameRate: 24,
      shortest: null,
      longest: null,
      repeats: [],
      stillSections: [],
    },
    version: 1,
    budget: 40_000_000,
    spent: 1_000_000,
    reserved: 0,
    standing: {
      step: 'concept',
      needs: 'Say what the film should be.',
      shots: 0,
      stills: 0,
      approved: 0,
      takes: 0,
      films: 0,
    },
    posterUrl: null,
    createdAt: '2026-11-20T20:00:00Z',
    updatedAt: '2026-11-20T20:00:00Z',
    ...different,
  }
}

/** The shot of that number on a board of shots of 16 seconds. */
export function aShot(number: number, different: Partial<Shot> = {}): Shot {
  const start = (number - 1) * 16
  return {
    id: shotId(number),
    number,
    start,
    end: start + 16,
    startFrame: start * 24,
    endFrame: (start + 16) * 24,
    section: 0,
    words: { picture: `Picture ${number}.`, action: '', camera: '', light: '', transition: 'cut', sung: '' },
    writtenBy: 'director',
    castIds: [],
    stillId: `m${number}`,
    stillUrl: `/api/media/m${number}`,
    sameAs: null,
    angleOf: null,
    movingStill: false,
    videoModel: null,
    locked: false,
    subject: { x: 0.5, y: 0.5, guessed: true },
    approved: false,
    model: 'reef',
    clipDuration: '16s',
    paidSeconds: 16,
    price: 500_000,
    lyric: null,
    onBeat: true,
    missing: null,
    ...different,
  }
}

/** Four shots over 64 seconds. */
export function aBoard(different: Partial<Board> = {}): Board {
  return {
    version: 1,
    duration: 64,
    frameRate: 24,
    frames: 1536,
    shots: [1, 2, 3, 4].map((number) => aShot(number)),
    paidSeconds: 64,
    usedSeconds: 64,
    price: 2_000_000,
    budgetLeft: 39_000_000,
    missing: ['4 shots are not approved yet.'],
    canUndo: false,
    undoAct: null,
    canRedo: false,
    redoAct: null,
    note: null,
    direction: null,
    ...different,
  }
}

export function aStill(different: Partial<Still> = {}): Still {
  return {
    id: 's1',
    shotId: shotId(1),
    castId: null,
    purpose: 'shot',
    modelName: 'Quick sketch',
    sentence: null,
    status: 'done',
    waiting: null,
    cancelAsked: false,
    quoted: 30_000,
    paid: 30_000,
    newPrice: null,
    media: null,
    failure: null,
    createdAt: '2026-11-20T20:00:00Z',
    ...different,
  } as Still
}

/** Two shots for a dollar each. */
export function aPlan(different: Partial<Plan> = {}): Plan {
  return {
    videoModel: 'reef',
    resolution: '720p',
    shots: [
      { start: 0, end: 32, section: 0, paid: 40, duration: '40s', price: 1_000_000 },
      { start: 32, end: 64, section: 1, paid: 40, duration: '40s', price: 1_000_000 },
    ],
    paidSeconds: 80,
    usedSeconds: 64,
    nearestBeatPaid: 96,
    price: 2_000_000,
    stillsPrice: 60_000,
    wordsMost: 20_000,
    repeats: [],
    note: null,
    ...different,
  }
}
