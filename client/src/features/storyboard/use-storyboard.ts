import { useIsFetching, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { boardOf, type Board, type Shot } from '@/api/board'
import { directionOf, isAtWork, type Direction } from '@/api/direction'
import { lyricsOf } from '@/api/lyrics'
import type { Project } from '@/api/projects'
import { stillsOf } from '@/api/stills'
import type { Hearing } from '@/api/track-types'
import { hearingOf } from '@/api/tracks'
import { shotInAddress } from '@/components/film/shot-in-address'
import { usePicks, type Picks } from '@/components/film/use-picks'
import { barsOf } from '@/components/song/bars'
import { sectionNames } from '@/components/song/roles'
import { StageView } from '@/components/song/stage-view'
import { useWaveform } from '@/components/song/use-waveform'
import { songPlayer } from '@/lib/song-player'
import { noStills, stillsByShot, type ShotStills } from './shot-state'
import { useBoardActs, type LiveBoardActs } from './use-board-acts'
import { useWriting, type WritingProgress, type WritingStore } from './writing'

/** Everything that the parts of the storyboard share. */
export interface Storyboard {
  project: Project
  board: Board
  acts: LiveBoardActs
  hearing: Hearing | undefined
  beats: readonly number[]
  names: readonly string[]
  stage: StageView
  stillsOfShot: (id: string) => ShotStills
  /** Whether the studio has said yet what was drawn and what is being drawn. */
  stillsKnown: boolean
  direction: Direction | null
  writing: { store: WritingStore; progress: WritingProgress | null; active: boolean }
  /** The shot that is looked at; null: none. */
  open: Shot | null
  openShot: (id: string | null) => void
  picks: Picks
  /** A cut on its way: the index of the shot that begins there, and where. */
  dragged: MovingCut | null
  drag: (cut: MovingCut | null) => void
  /** Moves a cut in the studio; until it answers, the cut is shown where it goes. */
  dropCut: (cut: MovingCut, free: boolean) => void
}

export interface MovingCut {
  index: number
  seconds: number
}

const noBeats: readonly number[] = []

export function useStoryboard(project: Project, board: Board): Storyboard {
  const { track } = project
  const { data: hearing } = useQuery({ ...hearingOf(track.id), enabled: track.state === 'heard' })
  const { data: lyrics } = useQuery(lyricsOf(track.id))
  const stills = useStillsOnTheBoard(project.id)
  const { data: asked } = useQuery(directionOf(project.id))
  const { waveform } = useWaveform(track)
  const [stage] = useState(() => new StageView())
  const acts = useBoardActs(project.id)
  const picks = usePicks(board.shots)
  const [openId, setOpen] = useState<string | null>(() => shotInAddress(board.shots))
  const [dragged, drag] = useState<MovingCut | null>(null)
  const direction = asked ?? board.direction ?? null
  const active = direction?.kind === 'board' && isAtWork(direction)
  const writing = useWriting(project.id, active)
  const byShot = useMemo(() => stillsByShot(stills ?? []), [stills])
  const stillsOfShot = useCallback((id: string) => byShot.get(id) ?? noStills, [byShot])
  const names = useMemo(() => sectionNames(hearing?.sections ?? []), [hearing])
  const bars = useMemo(() => (hearing ? barsOf(hearing) : []), [hearing])
  const open = board.shots.find((shot) => shot.id === openId) ?? null
  const shown = open?.id ?? null

  const { id, title, seconds, media } = track
  const artist = track.artist ?? null
  useEffect(
    () => songPlayer.load({ id, title, artist, url: media.url, seconds }),
    [id, title, artist, media.url, seconds],
  )

  useEffect(() => {
    const shots = board.shots.map((shot, index) => ({
      start: dragged?.index === index ? dragged.seconds : shot.start,
      end: dragged?.index === index + 1 ? dragged.seconds : shot.end,
      label: String(shot.number),
      state: shot.approved ? ('approved' as const) : shot.stillUrl ? ('drawn' as const) : ('empty' as const),
      chosen: shot.id === shown,
    }))
    stage.show({
      duration: board.duration,
      waveform,
      beats: hearing?.beats ?? [],
      bars,
      sections: hearing?.sections ?? [],
      names,
      selected: -1,
      free: [],
      lines: lyrics?.lines ?? [],
      loop: null,
      shots,
    })
  }, [stage, board, waveform, hearing, bars, names, lyrics, shown, dragged])

  const openShot = useCallback(
    (wanted: string | null) => {
      setOpen(wanted)
      const number = board.shots.find((shot) => shot.id === wanted)?.number
      const { pathname } = window.location
      window.history.replaceState(window.history.state, '', number ? `${pathname}?shot=${number}` : pathname)
    },
    [board.shots],
  )

  const dropCut = (cut: MovingCut, free: boolean) => {
    const shot = board.shots[cut.index]
    if (!shot) return
    drag(cut)
    // The next key may have moved it further meanwhile: then it stays there.
    const rest = () => drag((now) => (now === cut ? null : now))
    void acts.change({ kind: 'move', shotId: shot.id, at: cut.seconds, free }).finally(rest)
  }

  return {
    project,
    board,
    acts,
    hearing,
    beats: hearing?.steady === false ? noBeats : (hearing?.beats ?? noBeats),
    names,
    stage,
    stillsOfShot,
    stillsKnown: stills !== undefined,
    direction,
    writing: { ...writing, active },
    open,
    openShot,
    picks,
    dragged,
    drag,
    dropCut,
  }
}

/**
 * A picture that has just come is among the stills before the board, which is asked for at the same moment, has it: its shot would lack one
 * for an instant, and be offered for sale again. The stills wait for the board.
 */
function useStillsOnTheBoard(project: string) {
  const { data } = useQuery(stillsOf(project))
  const boardIsComing = useIsFetching({ queryKey: boardOf(project).queryKey }) > 0
  const [shown, setShown] = useState(data)
  if (shown !== data && (!boardIsComing || !shown)) setShown(data)
  return shown
}
