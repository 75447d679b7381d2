import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useLocation } from 'wouter'
import { latestTracks, songsOnHome, trackOf } from '@/api/tracks'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { toast } from '@/components/ui/toast'
import { SongRow } from './song-row'
import { SongDrop } from './uploading/song-drop'
import { onArrival, useSongUploads } from './uploading/song-uploads'
import { UploadRows } from './uploading/upload-rows'

export interface ReadsAhead {
  /** Reads the file of a song's page, which is about to be opened. */
  readAhead: () => void
}

/** The front page's place for a song to come in. */
export function SongIntake({ readAhead }: ReadsAhead) {
  useOpenOnArrival(readAhead)
  return (
    <section aria-label="A new song" className="grid gap-3">
      <SongDrop />
      <UploadRows />
    </section>
  )
}

/** The newest songs, on the front page. */
export function NewestSongs() {
  const tracks = useQuery(latestTracks(songsOnHome))
  if (tracks.isError && !tracks.data) {
    return <ProblemNotice problem={tracks.error} onRetry={() => void tracks.refetch()} retrying={tracks.isFetching} />
  }
  const rows = tracks.data?.items ?? []
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="songs">
      <div className="mb-4 flex items-baseline justify-between gap-4">
        <h2 id="songs" className="text-lg font-semibold">
          Songs
        </h2>
        <Link
          href="/songs"
          className="touchable inline-flex items-center justify-end rounded-sm text-sm text-lamp-ink underline-offset-4 hover:underline"
        >
          All songs
        </Link>
      </div>
      <ul aria-label="Newest songs" className="overflow-hidden rounded-lg border border-edge bg-raised">
        {rows.map((track) => (
          <SongRow key={track.id} track={track} />
        ))}
      </ul>
    </section>
  )
}

/** Opens the page of a song that has arrived, if it was the only one on its way. */
export function useOpenOnArrival(readAhead: () => void) {
  const [, go] = useLocation()
  const queries = useQueryClient()
  const others = useSongUploads().length
  // The page is read while the song is on its way, so that its waveform comes with the song.
  useEffect(() => {
    if (others > 0) readAhead()
  }, [others, readAhead])
  useEffect(
    () =>
      onArrival(({ track, known }) => {
        queries.setQueryData(trackOf(track.id).queryKey, track)
        if (known) toast(`“${track.title}” was here already: this is it, with all that you did to it.`)
        if (others <= 1) go(`/songs/${track.id}`)
        else if (!known) toast(`“${track.title}” is here.`)
      }),
    [go, others, queries],
  )
}
