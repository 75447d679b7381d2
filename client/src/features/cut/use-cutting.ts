import { useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { filmsOf, isBeingMade, type CutSpan, type CutView, type Film } from '@/api/films'
import type { Project } from '@/api/projects'
import { shotInAddress } from '@/components/film/shot-in-address'
import { useFilmStage } from '@/components/film/use-film-stage'
import { early, lastAtMost } from '@/components/song/bars'
import type { SceneShot } from '@/components/song/scene'
import type { StageView } from '@/components/song/stage-view'
import { songPlayer } from '@/lib/song-player'
import { useCut, type CutDesk } from './use-cut'

export type Screen = 'film' | 'preview'

/** Everything that the parts of the cut share. */
export interface Cutting extends CutDesk {
  project: Project
  /** Seconds. */
  duration: number
  films: readonly Film[]
  /** The newest whole film; null while there is none. */
  film: Film | null
  /** One that is being made. */
  making: Film | null
  screen: Screen
  show: (screen: Screen) => void
  stage: StageView
  scene: readonly SceneShot[]
  /** Place of the span at the playhead. */
  index: number
  /** The span that is looked at. */
  open: CutSpan | null
  openShot: (shotId: string | null) => void
  /** By frames from where the playhead is; the song stops. */
  step: (frames: number) => void
  /** To the cut before or after. */
  toCut: (by: 1 | -1) => void
}

export function useCutting(project: Project, first: CutView): Cutting {
  const cut = useCut(project.id, first)
  const { view } = cut
  const rate = view.frameRate
  const { data: films } = useQuery(filmsOf(project.id))
  const whole = films?.find((one) => one.state === 'done' && one.media != null) ?? null
  const making = films?.find(isBeingMade) ?? null
  const [asked, show] = useState<Screen | null>(null)
  const screen: Screen = !whole ? 'preview' : (asked ?? (whole.isCurrent ? 'film' : 'preview'))
  const [openId, setOpen] = useState<string | null>(() =>
    shotInAddress(view.spans.map(({ shotId, number }) => ({ id: shotId, number }))),
  )
  const open = view.spans.find((span) => span.shotId === openId) ?? null
  const duration = view.frames / rate
  const starts = useMemo(() => view.spans.map((span) => span.startFrame / rate), [view.spans, rate])
  const shown = open?.shotId ?? null
  const scene = useMemo(() => view.spans.map((span) => sceneShot(span, rate, shown)), [view.spans, rate, shown])
  const { stage } = useFilmStage({ track: project.track, duration, shots: scene })
  const index = useIndexAtPlayhead(stage, starts)

  const openShot = useCallback(
    (wanted: string | null) => {
      setOpen(wanted)
      const span = view.spans.find((one) => one.shotId === wanted)
      const { pathname } = window.location
      window.history.replaceState(window.history.state, '', span ? `${pathname}?shot=${span.number}` : pathname)
    },
    [view.spans],
  )
  const step = (frames: number) => {
    songPlayer.pause()
    const frame = Math.floor(songPlayer.time * rate + 0.001)
    const wanted = Math.max(0, Math.min(view.frames - 1, frame + frames))
    // The middle of a frame: at its edge, browsers show the one before.
    songPlayer.seek((wanted + 0.5) / rate)
  }
  const toCut = (by: 1 | -1) => {
    const here = lastAtMost(starts, songPlayer.time + early)
    const within = songPlayer.time - (starts[here] ?? 0) > 1
    const wanted = starts[Math.max(0, Math.min(starts.length - 1, by === 1 ? here + 1 : within ? here : here - 1))]
    if (wanted !== undefined) songPlayer.seek(wanted + 0.5 / rate)
  }

  return {
    ...cut,
    project,
    duration,
    films: films ?? none,
    film: whole,
    making,
    screen,
    show,
    stage,
    scene,
    index,
    open,
    openShot,
    step,
    toCut,
  }
}

const none: readonly Film[] = []

function sceneShot(span: CutSpan, rate: number, shown: string | null): SceneShot {
  return {
    start: span.startFrame / rate,
    end: (span.startFrame + span.frames) / rate,
    label: String(span.number),
    state: span.source === 'none' ? 'empty' : span.source === 'still' ? 'drawn' : 'approved',
    chosen: span.shotId === shown,
  }
}

function useIndexAtPlayhead(stage: StageView, starts: readonly number[]): number {
  const [index, setIndex] = useState(0)
  useEffect(() => stage.onFrame((moment) => setIndex(Math.max(0, lastAtMost(starts, moment + early)))), [stage, starts])
  return index
}
