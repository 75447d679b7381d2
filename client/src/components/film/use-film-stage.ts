import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { lyricsOf } from '@/api/lyrics'
import type { Hearing, Track } from '@/api/track-types'
import { hearingOf } from '@/api/tracks'
import { barsOf } from '@/components/song/bars'
import { sectionNames } from '@/components/song/roles'
import type { SceneShot } from '@/components/song/scene'
import { StageView } from '@/components/song/stage-view'
import { useWaveform } from '@/components/song/use-waveform'
import { songPlayer } from '@/lib/song-player'

interface FilmStageScene {
  track: Track
  duration: number
  shots: readonly SceneShot[]
  loop?: { start: number; end: number } | null
}

/** The strip of a film's song: put into the player, and drawn with the film's shots under it. */
export function useFilmStage({ track, duration, shots, loop = null }: FilmStageScene): {
  stage: StageView
  hearing: Hearing | undefined
  names: readonly string[]
} {
  const { data: hearing } = useQuery({ ...hearingOf(track.id), enabled: track.state === 'heard' })
  const { data: lyrics } = useQuery(lyricsOf(track.id))
  const { waveform } = useWaveform(track)
  const [stage] = useState(() => new StageView())
  const names = useMemo(() => sectionNames(hearing?.sections ?? []), [hearing])
  const bars = useMemo(() => (hearing ? barsOf(hearing) : []), [hearing])

  const { id, title, seconds, media } = track
  const artist = track.artist ?? null
  useEffect(
    () => songPlayer.load({ id, title, artist, url: media.url, seconds }),
    [id, title, artist, media.url, seconds],
  )

  useEffect(() => {
    stage.show({
      duration,
      waveform,
      beats: hearing?.beats ?? [],
      bars,
      sections: hearing?.sections ?? [],
      names,
      selected: -1,
      free: [],
      lines: lyrics?.lines ?? [],
      loop,
      shots,
    })
  }, [stage, duration, waveform, hearing, bars, names, lyrics, shots, loop])

  return { stage, hearing, names }
}
