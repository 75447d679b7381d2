import { useEffect, useMemo, useState } from 'react'
import type { Hearing, Lyrics, SectionEdit, Track } from '@/api/track-types'
import { songPlayer } from '@/lib/song-player'
import { BarCounter, barsOf, early, edgesToSnapTo, sectionAt, type Bar } from '@/components/song/bars'
import { previewed, withExact } from './correct/preview'
import { edgeMoved, plain } from './correct/sections'
import { useCorrecting, type Correcting } from './correct/use-correcting'
import { sectionNames } from '@/components/song/roles'
import { StageView } from '@/components/song/stage-view'
import type { Waveform } from '@/components/song/waveform'

/** Everything the parts of the song page share. */
export interface Desk {
  track: Track
  hearing: Hearing
  lyrics: Lyrics | undefined
  stage: StageView
  correcting: Correcting
  counter: BarCounter
  bars: readonly Bar[]
  names: readonly string[]
  /** Where edges snap to. */
  snaps: readonly number[]
  /** Index of the section that is being looked at, or −1. */
  selected: number
  select: (index: number) => void
  /** On a phone the chosen section opens over the page. */
  inspecting: boolean
  inspect: (open: boolean) => void
  setSections: (sections: SectionEdit[]) => void
  /** An edge on its way; null: it goes back. */
  dragEdge: (edge: { index: number; seconds: number; free: boolean; done: boolean } | null) => void
}

interface Heard {
  track: Track
  hearing: Hearing
  lyrics: Lyrics | undefined
  waveform: Waveform | null
  loop: { start: number; end: number } | null
}

export function useDesk({ track, hearing: heard, lyrics, waveform, loop }: Heard): Desk {
  const [stage] = useState(() => new StageView())
  const [selected, select] = useState(-1)
  const [inspecting, inspect] = useState(false)
  const [dragged, setDragged] = useState<SectionEdit[] | null>(null)
  const correcting = useCorrecting(track.id, heard)
  const { now, change, saving } = correcting
  // Once the studio has answered, its word counts.
  const hearing = useMemo(() => (saving ? previewed(heard, now) : withExact(heard)), [heard, now, saving])
  const bars = useMemo(() => barsOf(hearing), [hearing])
  const counter = useMemo(() => new BarCounter(hearing), [hearing])
  const snaps = useMemo(() => edgesToSnapTo(hearing), [hearing])
  const sections = dragged ?? hearing.sections
  const names = useMemo(() => sectionNames(sections), [sections])
  const { free } = now

  useEffect(() => {
    const { duration, beats } = hearing
    const lines = lyrics?.lines ?? []
    stage.show({ duration, waveform, beats, bars, sections, names, selected, free, lines, loop })
  }, [stage, hearing, waveform, bars, sections, names, selected, free, lyrics, loop])

  const setSections = (next: SectionEdit[]) => change({ ...now, sections: plain(next) })

  const dragEdge: Desk['dragEdge'] = (edge) => {
    if (!edge) {
      setDragged(null)
      return
    }
    const next = edgeMoved(hearing.sections, edge.index, edge.seconds, edge.free ? null : snaps)
    setDragged(edge.done ? null : next)
    if (edge.done) setSections(next)
  }

  return {
    track,
    hearing,
    lyrics,
    stage,
    correcting,
    counter,
    bars,
    names,
    snaps,
    selected: selected < hearing.sections.length ? selected : -1,
    select,
    inspecting,
    inspect,
    setSections,
    dragEdge,
  }
}

/** The section that plays, by its index. */
export function playingSection(desk: Desk): number {
  return sectionAt(desk.hearing.sections, songPlayer.time + early)
}
