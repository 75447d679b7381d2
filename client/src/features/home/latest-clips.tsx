import { Play } from 'lucide-react'
import { Link } from 'wouter'
import type { Clip } from '@/api/clips'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { cx } from '@/lib/cx'
import { clock } from '@/lib/time'
import { SectionHead } from './section-head'
import { wallOf } from './wall'

/** The newest clips, as a wall of pictures. */
export function LatestClips({ clips }: { clips: readonly Clip[] }) {
  if (clips.length === 0) return <FirstClip />
  const { wall, tile } = wallOf(clips.length)
  return (
    <section aria-labelledby="latest">
      <SectionHead id="latest" title="Latest clips" href="/gallery" more="Open the gallery" />
      <ul className={wall}>
        {clips.map((clip, index) => (
          <ClipTile
            key={clip.id}
            clip={clip}
            large={clips.length < 3 || (index === 0 && clips.length !== 4)}
            first={index === 0}
            className={tile}
          />
        ))}
      </ul>
    </section>
  )
}

interface ClipTileProps {
  clip: Clip
  /** Its words are always in sight. */
  large: boolean
  first: boolean
  className: string
}

function ClipTile({ clip, large, first, className }: ClipTileProps) {
  const { prompt } = clip.settings
  return (
    <li className={className}>
      <Link
        href={`/clips/${clip.id}`}
        className="group relative block size-full overflow-hidden rounded-md border border-edge bg-well"
      >
        {clip.media?.posterUrl && (
          <img
            src={clip.media.posterUrl}
            alt=""
            width={clip.media.width ?? 1280}
            height={clip.media.height ?? 720}
            loading={first ? 'eager' : 'lazy'}
            decoding="async"
            className="size-full object-cover"
          />
        )}
        <span
          className={cx(
            'absolute inset-x-0 bottom-0 flex items-end gap-2 bg-black/62 px-3 py-2 text-white',
            !large && 'opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100',
          )}
        >
          <Play aria-hidden className="mb-0.5 size-4 shrink-0 fill-current" />
          <span className="sr-only">Play:</span>
          <span className={cx('min-w-0 grow truncate', large ? 'text-base' : 'text-sm')}>{prompt}</span>
          {clip.media?.seconds != null && <span className="text-sm">{clock(clip.media.seconds)}</span>}
        </span>
      </Link>
    </li>
  )
}

function FirstClip() {
  return (
    <EmptyState
      title="Your clips will hang here"
      action={
        <Link href="/create" className={buttonClass('plain')}>
          Make the first clip
        </Link>
      }
    >
      Say in a few words what it should show, choose a model, see the price, then generate. You can close the browser
      meanwhile: the server does the work, and the clip waits here.
    </EmptyState>
  )
}
