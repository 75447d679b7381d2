import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { hearingOf, trackOf } from '@/api/tracks'
import type { Track } from '@/api/track-types'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { songPlayer } from '@/lib/song-player'
import { clock } from '@/lib/time'
import { useTitle } from '@/lib/use-title'
import { LiveDesk } from './live-desk'
import { SongDesk } from './song-desk'
import { BackToSongs, SongHeader } from './song-header'
import { useWaveform } from '@/components/song/use-waveform'

interface SongPageProps {
  id: string
  /** It is a step of a video, whose frame has its own name and way back. */
  framed?: boolean
  /** What can be made of the song. */
  act?: ReactNode
}

/** A song: what was heard in it, and everything that sets it right. */
export function SongPage({ id, framed = false, act }: SongPageProps) {
  const track = useQuery(trackOf(id))
  useTitle(track.data?.title ?? 'Song', !framed)
  if (track.isPending) return <SongSkeleton />
  if (track.isError && !track.data) {
    return (
      <>
        {!framed && <BackToSongs />}
        <ProblemNotice problem={track.error} onRetry={() => void track.refetch()} retrying={track.isFetching} />
      </>
    )
  }
  return <Song key={id} track={track.data} framed={framed} act={act} />
}

function Song({ track, framed, act }: { track: Track; framed: boolean; act: ReactNode }) {
  const heard = track.state === 'heard'
  const hearing = useQuery({ ...hearingOf(track.id), enabled: heard })
  const { waveform, missing } = useWaveform(track)
  useLoaded(track)
  if (heard && hearing.data) {
    return (
      <SongDesk
        track={track}
        hearing={hearing.data}
        waveform={waveform}
        waveformMissing={missing}
        framed={framed}
        act={act}
      />
    )
  }
  return (
    <>
      {!framed && <BackToSongs />}
      <SongHeader track={track} framed={framed} act={act}>
        <p className="text-sm text-ink-soft">{clock(track.seconds)}</p>
      </SongHeader>
      {heard && hearing.isError ? (
        <ProblemNotice problem={hearing.error} onRetry={() => void hearing.refetch()} retrying={hearing.isFetching} />
      ) : heard ? (
        <StageSkeleton />
      ) : (
        <LiveDesk track={track} waveform={waveform} />
      )}
    </>
  )
}

/** Puts the song into the player, where it stays when one goes on to another page. */
function useLoaded(track: Track) {
  const { id, title, seconds, media } = track
  const artist = track.artist ?? null
  useEffect(
    () => songPlayer.load({ id, title, artist, url: media.url, seconds }),
    [id, title, artist, media.url, seconds],
  )
}

function SongSkeleton() {
  return (
    <Loading label="Loading the song">
      <div className="mt-9 mb-5 flex gap-4">
        <Skeleton className="size-16 sm:size-24" />
        <div className="grid content-start gap-2">
          <Skeleton className="h-9 w-64" />
          <Skeleton className="h-6 w-40" />
        </div>
      </div>
      <StageSkeleton />
    </Loading>
  )
}

function StageSkeleton() {
  return <Skeleton className="h-85 rounded-lg sm:h-101" />
}
