import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef } from 'react'
import { Link, useLocation, useSearch } from 'wouter'
import { clipCounts, finishedPages, type ClipsWanted } from '@/api/clips'
import { Button, buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { ClipGrid, GridSkeleton } from './clip-grid'
import { GalleryFilters, noVideo, type Narrowed } from './gallery-filters'
import { PlayerDialog } from './player-dialog'
import { SelectionBar } from './selection-bar'
import { useSelection } from './use-selection'

/** Every finished clip. With a clip's id, its player is open over the grid. What they are narrowed to is in the address. */
export function GalleryPage({ clipId }: { clipId: string | undefined }) {
  const address = useSearch()
  const [, go] = useLocation()
  const narrowed = narrowedBy(new URLSearchParams(address))
  const query = address ? `?${address}` : ''

  const finished = useInfiniteQuery(finishedPages(wantedBy(narrowed)))
  useFreshWhenDone()
  const clips = useMemo(() => {
    const all = finished.data?.pages.flatMap((page) => page.items) ?? []
    return [...new Map(all.map((clip) => [clip.id, clip])).values()]
  }, [finished.data])
  const ids = useMemo(() => clips.map((clip) => clip.id), [clips])
  const selection = useSelection(ids)
  const at = clipId ? ids.indexOf(clipId) : -1
  const open = (id: string | undefined) =>
    go((id ? `/clips/${id}` : '/gallery') + query, { replace: clipId !== undefined && id !== undefined })

  return (
    <>
      <PageHeader
        title="Gallery"
        actions={clips.length > 0 && !selection.picking ? <Button onClick={selection.start}>Select</Button> : undefined}
      />
      <GalleryFilters {...narrowed} />
      {finished.isPending ? (
        <GridSkeleton />
      ) : finished.isError && !finished.data ? (
        <ProblemNotice
          problem={finished.error}
          onRetry={() => void finished.refetch()}
          retrying={finished.isFetching}
        />
      ) : clips.length === 0 ? (
        <NoClips narrowed={Object.values(narrowed).some(Boolean)} />
      ) : (
        <div className="grid grid-cols-1 gap-6">
          {finished.isRefetchError && (
            <ProblemNotice problem={finished.error} onRetry={() => void finished.refetch()} />
          )}
          <ClipGrid clips={clips} selection={selection} stale={finished.isPlaceholderData} query={query} />
          {finished.isFetchNextPageError && (
            <ProblemNotice problem={finished.error} onRetry={() => void finished.fetchNextPage()} />
          )}
          {finished.hasNextPage && !finished.isFetchNextPageError && (
            <LoadMore busy={finished.isFetchingNextPage} onMore={() => void finished.fetchNextPage()} />
          )}
        </div>
      )}
      {selection.picking && <SelectionBar selection={selection} clips={clips} />}
      {clipId && (
        <PlayerDialog
          id={clipId}
          known={clips[at]}
          previous={ids[at - 1]}
          next={at < 0 ? undefined : ids[at + 1]}
          onOpen={open}
        />
      )}
    </>
  )
}

function narrowedBy(address: URLSearchParams): Narrowed {
  const chosen = (name: keyof Narrowed) => address.get(name) ?? undefined
  return { search: chosen('search'), model: chosen('model'), video: chosen('video') }
}

function wantedBy({ search, model, video }: Narrowed): ClipsWanted {
  return { search, model, ...(video === noVideo ? { alone: true } : { project: video }) }
}

/** Finished clips are asked for anew when their number changes, not at every event of clips under way. */
function useFreshWhenDone() {
  const queries = useQueryClient()
  const { data } = useQuery(clipCounts())
  const known = useRef<number | undefined>(undefined)
  const done = data?.done
  useEffect(() => {
    if (known.current !== undefined && done !== undefined && done !== known.current)
      void queries.invalidateQueries({ queryKey: ['finished-clips'] })
    known.current = done ?? known.current
  })
}

function NoClips({ narrowed }: { narrowed: boolean }) {
  if (narrowed) {
    return (
      <EmptyState
        title="No clip is like that"
        action={
          <Link href="/gallery" className={buttonClass('plain')}>
            Show all clips
          </Link>
        }
      >
        Nothing in the gallery fits what is chosen above.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="No clips yet"
      action={
        <Link href="/create" className={buttonClass('lamp')}>
          Create a clip
        </Link>
      }
    >
      Finished clips come here by themselves, to watch, download and use again. Those under way are in the queue.
    </EmptyState>
  )
}

/** More clips come when the end is near; the button is for the keyboard, and for when that does not happen. */
function LoadMore({ busy, onMore }: { busy: boolean; onMore: () => void }) {
  const end = useRef<HTMLDivElement>(null)
  const more = useRef(onMore)
  useEffect(() => {
    more.current = onMore
  }, [onMore])
  useEffect(() => {
    if (busy || !end.current) return
    // Observed anew after each page: one that was too short to push the end away would otherwise be the last.
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && more.current(), {
      rootMargin: '800px',
    })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [busy])
  return (
    <div ref={end} className="grid justify-items-center">
      <Button busy={busy} onClick={onMore}>
        Load more
      </Button>
    </div>
  )
}
