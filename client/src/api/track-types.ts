import type { Schema } from './client'

export type SectionRole = 'intro' | 'verse' | 'preChorus' | 'chorus' | 'bridge' | 'drop' | 'break' | 'outro'
export type TrackState = 'waiting' | 'listening' | 'heard' | 'failed' | 'cancelled'

/** A song of this account and how far the studio has heard it. Seconds are numbers, shares 0 to 1. */
export interface Track {
  id: string
  title: string
  artist?: string | null
  hasCover: boolean
  coverUrl?: string | null
  source: 'upload' | 'venice'
  media: Schema['MediaView']
  seconds: number
  bytes: number
  state: TrackState
  stage?: 'decoding' | 'rhythm' | 'form' | null
  /** Of the present stage. */
  share: number
  failure?: { kind: string; sentence: string } | null
  tempo?: number | null
  meter?: number | null
  confidence?: number | null
  steady?: boolean | null
  lyrics: 'none' | 'untimed' | 'timed' | 'instrumental'
  createdAt: string
}

export interface TrackPage {
  items: Track[]
  next?: string | null
}

export interface SectionEdit {
  start: number
  end: number
  role: SectionRole
  name?: string | null
  /** The edge stays where it was put, and does not move to the next bar. */
  exact?: boolean
}

export interface HeardSection extends SectionEdit {
  energy: number
  onsetDensity: number
  repeatOf?: number | null
  why: string
}

/** What a person changed about what was heard; kept apart from it, and winning over it. */
export interface Corrections {
  version: number
  /** The tempo times two to this power, −2 to 2. */
  octave: number
  /** Half beats that the grid is moved by, −8 to 8. */
  halfBeats: number
  /** −500 to 500. */
  nudgeMs: number
  /** Beats that the downbeat is moved by. */
  one?: number | null
  meter?: number | null
  tapped?: { tempo: number; anchor: number } | null
  free: { start: number; end: number }[]
  sections?: SectionEdit[] | null
}

export interface Hearing {
  duration: number
  tempo: number
  meter: number
  confidence: number
  steady: boolean
  tempoCurve: { seconds: number; tempo: number }[]
  stretches: { start: number; end: number; confidence: number }[]
  beats: number[]
  /** The place in the bar of each beat, from 1; 0 where no bar was heard. */
  positions: number[]
  sections: HeardSection[]
  corrections: Corrections
  analyserVersion: number | string
}

export interface LyricLine {
  text: string
  start?: number | null
  end?: number | null
  support: 'heard' | 'interpolated' | 'byHand' | 'none'
  words: { text: string; start: number; end: number }[]
}

export interface Lyrics {
  text: string
  instrumental: boolean
  lines: LyricLine[]
  recognition?: {
    state: 'working' | 'done' | 'failed'
    model: string
    sentence?: string | null
    trusted: boolean
  } | null
}

/** The price of having the words recognised, in micro-dollars. */
export interface LyricsPrice {
  model: string
  modelName?: string | null
  price: number
  withinBudget: boolean
}
