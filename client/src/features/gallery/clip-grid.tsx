import type { CSSProperties } from 'react'
import type { Clip } from '@/api/clips'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { cx } from '@/lib/cx'
import { shapeOfMedia, tallerThanWide } from '@/lib/media-shape'
import { ClipTile } from './clip-tile'
import { usePreview } from './use-preview'
import type { Selection } from './use-selection'

/** Rows of equal height and full width, whatever the shapes: each tile grows with its own width. */
const rows =
  'flex flex-wrap gap-x-3 gap-y-5 [--row:calc(7.5rem*var(--taller,1))] sm:[--row:calc(10rem*var(--taller,1))] xl:[--row:calc(12rem*var(--taller,1))]'

/** So many clips decide how high the rows are: what is loaded later moves nothing. */
const deciding = 24

interface ClipGridProps {
  clips: readonly Clip[]
  selection: Selection
  stale: boolean
  query: string
}

export function ClipGrid({ clips, selection, stale, query }: ClipGridProps) {
  const preview = usePreview()
  const taller = tallerThanWide(clips.slice(0, deciding).map((clip) => shapeOfMedia(clip.media)))
  return (
    <ul
      aria-label="Clips"
      aria-busy={stale || undefined}
      className={cx(rows, 'transition-opacity', stale && 'opacity-60')}
      style={{ '--taller': taller } as CSSProperties}
    >
      {clips.map((clip) => (
        <ClipTile
          key={clip.id}
          clip={clip}
          query={query}
          playing={preview.playing === clip.id}
          picking={selection.picking}
          picked={selection.ids.has(clip.id)}
          enter={preview.enter}
          leave={preview.leave}
          place={preview.place}
          onPick={selection.toggle}
        />
      ))}
      {/* Takes what is left of the last row, so that one clip alone does not grow over the whole width. */}
      <li aria-hidden className="h-0 grow-[999]" role="presentation" />
    </ul>
  )
}

const shapes = [16 / 9, 16 / 9, 9 / 16, 16 / 9, 1, 16 / 9, 16 / 9, 9 / 16, 16 / 9, 16 / 9]

export function GridSkeleton() {
  return (
    <Loading label="Loading the clips" className={rows}>
      {shapes.map((shape, position) => (
        <div key={position} style={{ flexGrow: shape, flexBasis: `calc(${shape} * var(--row))` }}>
          <div style={{ aspectRatio: shape }}>
            <Skeleton className="size-full" />
          </div>
          <Skeleton className="mt-1.5 h-9 w-3/4" />
        </div>
      ))}
      <div className="h-0 grow-[999]" />
    </Loading>
  )
}
