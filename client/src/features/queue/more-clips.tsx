import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { clipsOfBatch, type ClipBatch, type ClipFilter } from '@/api/clips'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { ClipRows } from './clip-rows'

interface MoreClipsProps {
  batch: ClipBatch
  filter: ClipFilter
  noun: string
}

/** The rows of a large order: at first only what went wrong, on demand all that the filter lets through. */
export function MoreClips({ batch, filter, noun }: MoreClipsProps) {
  const [open, setOpen] = useState(false)
  const all = useInfiniteQuery({ ...clipsOfBatch(batch.id, filter), enabled: open })
  const shown = open ? all.data?.pages.flatMap((page) => page.items) : batch.clips
  return (
    <>
      {shown && shown.length > 0 && <ClipRows clips={shown} of={batch.tally.clips} tells />}
      {open && all.isError && (
        <ProblemNotice
          problem={all.error}
          onRetry={() => void (all.isFetchNextPageError ? all.fetchNextPage() : all.refetch())}
          retrying={all.isFetching}
          className="m-4"
        />
      )}
      <div className="flex justify-center gap-2 border-t border-edge px-4 py-2">
        {open && all.hasNextPage && (
          <Button look="quiet" size="sm" busy={all.isFetchingNextPage} onClick={() => void all.fetchNextPage()}>
            Show more
          </Button>
        )}
        <Button look="quiet" size="sm" aria-expanded={open} busy={open && all.isPending} onClick={() => setOpen(!open)}>
          {open ? 'Show fewer' : `Show all ${batch.matching} ${noun}`}
        </Button>
      </div>
    </>
  )
}
