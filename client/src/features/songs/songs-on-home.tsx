import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Link, useLocation } from 'wouter'
import { latestTracks } from '@/api/tracks'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { toast } from '@/components/ui/toast'
import { SongRow } from './song-row'
import { SongDrop } from './uploading/song-drop'
import { onArrival, useSongUploads } from './uploading/song-uploads'
import { UploadRows } from './uploading/upload-rows'

const shown = 4

/** The front page's part for songs: drop one, and the newest ones. */
export function SongsOnHome() {
  const tracks = useQuery(latestTracks(shown))
  useOpenOnArrival()
  const rows = tracks.data?.items ?? []
  return (
    <section aria-label="Songs" className="grid gap-4">
      <SongDrop />
      <UploadRows />
      {tracks.isError && !tracks.data && (
        <ProblemNotice problem={tracks.error} onRetry={() => void tracks.refetch()} retrying={tracks.isFetching} />
      )}
      {rows.length > 0 && (
        <>
          <ul aria-label="Newest songs" className="overflow-hidden rounded-lg border border-edge bg-raised">
            {rows.map((track) => (
              <SongRow key={track.id} track={track} />
            ))}
          </ul>
          {(rows.length === shown || tracks.data?.next) && (
            <Link
              href="/songs"
              className="touchable justify-self-start text-sm text-lamp-ink underline-offset-4 hover:underline"
            >
              All songs
            </Link>
          )}
        </>
      )}
    </section>
  )
}

/** Opens the page of a song that has arrived, if it was the only one on its way. */
export function useOpenOnArrival() {
  const [, go] = useLocation()
  const others = useSongUploads().length
  useEffect(
    () =>
      onArrival(({ track, known }) => {
        if (known) toast(`“${track.title}” was here already: this is it, with all that you did to it.`)
        if (others <= 1) go(`/songs/${track.id}`)
        else if (!known) toast(`“${track.title}” is here.`)
      }),
    [go, others],
  )
}
