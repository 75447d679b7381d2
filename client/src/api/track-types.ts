import type { Schema } from './client'

export type SectionRole = Schema['SectionRole']
export type Track = Schema['TrackView']
export type TrackPage = Schema['TrackPageView']
export type Corrections = Schema['Corrections']
export type SectionEdit = Schema['CorrectedSection']
export type Lyrics = Schema['LyricsView']
export type LyricLine = Schema['LyricLineView']

/** A section, whether as heard or as edited. */
export interface AnySection {
  start: number
  end: number
  role: SectionRole
  name?: string | null
  /** Its start stays where it was put, and does not move to the next bar. */
  exact?: boolean
}

export type HeardSection = Schema['SectionView'] & AnySection
export type Hearing = Omit<Schema['HearingView'], 'sections'> & { sections: HeardSection[] }
