import { useQuery } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { Board, Shot } from '@/api/board'
import type { Project } from '@/api/projects'
import { takesOf } from '@/api/takes'
import { shotInAddress } from '@/components/film/shot-in-address'
import { useFilmStage } from '@/components/film/use-film-stage'
import { usePicks, type Picks } from '@/components/film/use-picks'
import type { SceneShot } from '@/components/song/scene'
import type { StageView } from '@/components/song/stage-view'
import type { Hearing } from '@/api/track-types'
import { songPlayer } from '@/lib/song-player'
import { countsOf, isGood, noTakes, takesByShot, type ShotTakes, type TakeCounts } from './take-state'

/** Everything that the parts of the step share. */
export interface TakesDesk {
  project: Project
  board: Board
  takesOfShot: (id: string) => ShotTakes
  counts: TakeCounts
  stage: StageView
  scene: readonly SceneShot[]
  hearing: Hearing | undefined
  names: readonly string[]
  open: Shot | null
  openShot: (id: string | null) => void
  picks: Picks
}

export function useTakes(project: Project, board: Board): TakesDesk {
  const { data: takes } = useQuery(takesOf(project.id))
  const [openId, setOpen] = useState<string | null>(() => shotInAddress(board.shots))
  const picks = usePicks(board.shots)
  const byShot = useMemo(() => takesByShot(takes ?? []), [takes])
  const takesOfShot = useCallback((id: string) => byShot.get(id) ?? noTakes, [byShot])
  const counts = useMemo(() => countsOf(board, takesOfShot), [board, takesOfShot])
  const open = board.shots.find((shot) => shot.id === openId) ?? null
  const shown = open?.id ?? null
  const scene = useMemo(
    () => board.shots.map((shot) => sceneShot(shot, takesOfShot(shot.id), shown)),
    [board.shots, takesOfShot, shown],
  )
  const { stage, hearing, names } = useFilmStage({ track: project.track, duration: board.duration, shots: scene })

  const openShot = useCallback(
    (wanted: string | null) => {
      setOpen(wanted)
      const shot = board.shots.find((one) => one.id === wanted)
      const { pathname } = window.location
      window.history.replaceState(window.history.state, '', shot ? `${pathname}?shot=${shot.number}` : pathname)
      if (shot && !songPlayer.now.playing) songPlayer.seek(shot.start)
    },
    [board.shots],
  )

  return { project, board, takesOfShot, counts, stage, scene, hearing, names, open, openShot, picks }
}

function sceneShot(shot: Shot, takes: ShotTakes, shown: string | null): SceneShot {
  const ready = takes.all.some(isGood) || shot.sameAs != null || shot.movingStill
  return {
    start: shot.start,
    end: shot.end,
    label: String(shot.number),
    state: ready ? 'approved' : takes.running.length > 0 ? 'drawn' : 'empty',
    chosen: shot.id === shown,
  }
}
