import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { trackPages } from '@/api/tracks'
import type { Track } from '@/api/track-types'
import { Cover } from '@/components/song/cover'
import { Button, buttonClass } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { clock } from '@/lib/time'
import { useBeginVideo } from './use-begin-video'

/** The songs of the studio, to make a video of one. */
export function ChooseSong({ onClose }: { onClose: () => void }) {
  const tracks = useInfiniteQuery(trackPages())
  const { begin, beginning, problem } = useBeginVideo()
  const songs = tracks.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Dialog open onOpenChange={onClose} title="Which song?" description="The film is cut on its beat.">
      {problem && <ProblemNotice problem={problem} className="mb-4" />}
      {tracks.isPending && (
        <Loading label="Loading your songs" className="grid gap-2">
          <Skeleton className="h-14" />
          <Skeleton className="h-14" />
        </Loading>
      )}
      {tracks.isError && songs.length === 0 && (
        <ProblemNotice problem={tracks.error} onRetry={() => void tracks.refetch()} retrying={tracks.isFetching} />
      )}
      {tracks.isSuccess && songs.length === 0 && (
        <div className="grid justify-items-start gap-3">
          <p className="text-ink-soft">
            There is no song in the studio yet. Drop one in on the front page, or have one made.
          </p>
          <span className="flex flex-wrap gap-2">
            <Link href="/" onClick={onClose} className={buttonClass('lamp')}>
              Add a song
            </Link>
            <Link href="/songs/new" onClick={onClose} className={buttonClass('plain')}>
              Describe a song
            </Link>
          </span>
        </div>
      )}
      <ul aria-label="Songs" className="grid gap-1">
        {songs.map((track) => (
          <SongChoice key={track.id} track={track} busy={beginning === track.id} onChoose={() => begin(track.id)} />
        ))}
      </ul>
      {tracks.hasNextPage && (
        <Button
          look="quiet"
          className="mt-2"
          busy={tracks.isFetchingNextPage}
          onClick={() => void tracks.fetchNextPage()}
        >
          Older songs
        </Button>
      )}
    </Dialog>
  )
}

function SongChoice({ track, busy, onChoose }: { track: Track; busy: boolean; onChoose: () => void }) {
  const unreadable = track.state === 'failed'
  return (
    <li>
      <button
        type="button"
        aria-disabled={unreadable || undefined}
        aria-busy={busy || undefined}
        onClick={() => !unreadable && onChoose()}
        className="touchable flex w-full items-center gap-3 rounded-md px-2 py-2 text-left hover:bg-lifted aria-disabled:opacity-55"
      >
        <Cover track={track} className="size-10" />
        <span className="grid min-w-0 grow">
          <span className="truncate font-medium">{track.title}</span>
          <span className="truncate text-sm text-ink-faint">
            {[track.artist, clock(track.seconds)].filter(Boolean).join(' · ')}
          </span>
        </span>
        {unreadable && <span className="text-sm text-refused">Not readable</span>}
        {!unreadable && track.state !== 'heard' && <span className="text-sm text-ink-faint">Still listening</span>}
      </button>
    </li>
  )
}
