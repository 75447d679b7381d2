import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { trackPages } from '@/api/tracks'
import { Button, buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { SongRow } from './song-row'
import { useOpenOnArrival, type ReadsAhead } from './songs-on-home'
import { SongDrop } from './uploading/song-drop'
import { UploadRows } from './uploading/upload-rows'
import { useSharedSongs } from './uploading/use-shared-songs'

/** Every song of this account, newest first. */
export function SongsPage({ readAhead }: ReadsAhead) {
  useOpenOnArrival(readAhead)
  const lost = useSharedSongs()
  return (
    <>
      <PageHeader
        title="Songs"
        actions={
          <Link href="/songs/new" className={buttonClass('plain')}>
            Describe a song
          </Link>
        }
      />
      <div className="grid gap-5">
        {lost && (
          <Notice role="alert" tone="attention" title="The shared song did not come through">
            Share it once more, or choose the file here.
          </Notice>
        )}
        <SongDrop />
        <UploadRows />
        <AllSongs />
      </div>
    </>
  )
}

function AllSongs() {
  const tracks = useInfiniteQuery(trackPages())
  if (tracks.isPending) {
    return (
      <Loading label="Loading the songs" className="grid gap-px">
        {[0, 1, 2, 3].map((row) => (
          <Skeleton key={row} className="h-16" />
        ))}
      </Loading>
    )
  }
  if (tracks.isError && !tracks.data) {
    return <ProblemNotice problem={tracks.error} onRetry={() => void tracks.refetch()} retrying={tracks.isFetching} />
  }
  const all = tracks.data.pages.flatMap((page) => page.items)
  if (all.length === 0) {
    return <p className="text-ink-soft">No songs yet. Drop one above, or describe one and let Venice make it.</p>
  }
  return (
    <>
      <ul aria-label="Songs" className="overflow-hidden rounded-lg border border-edge bg-raised">
        {all.map((track) => (
          <SongRow key={track.id} track={track} />
        ))}
      </ul>
      {tracks.isFetchNextPageError && <ProblemNotice problem={tracks.error} />}
      {tracks.hasNextPage && (
        <Button
          className="justify-self-center"
          busy={tracks.isFetchingNextPage}
          onClick={() => void tracks.fetchNextPage()}
        >
          Show earlier songs
        </Button>
      )}
    </>
  )
}
