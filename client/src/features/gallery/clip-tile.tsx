import { Film } from 'lucide-react'
import { memo, useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { Clip } from '@/api/clips'
import { cx } from '@/lib/cx'
import { clock, day } from '@/lib/time'
import { shapeOfMedia } from '@/lib/media-shape'
import type { Preview } from './use-preview'

interface ClipTileProps extends Pick<Preview, 'enter' | 'leave' | 'place'> {
  clip: Clip
  /** Goes along into the player's address, so that the grid under it stays narrowed. */
  query: string
  playing: boolean
  picking: boolean
  picked: boolean
  onPick: (id: string, range: boolean) => void
}

/** One finished clip in its own shape: its poster, itself when pointed at, and a mark for picking it. */
export const ClipTile = memo(function ClipTile({
  clip,
  query,
  playing,
  picking,
  picked,
  enter,
  leave,
  place,
  onPick,
}: ClipTileProps) {
  const tile = useRef<HTMLLIElement>(null)
  const { id, media } = clip
  useEffect(() => {
    place(id, tile.current)
    return () => place(id, null)
  }, [id, place])
  const shape = shapeOfMedia(media)
  return (
    <li
      ref={tile}
      onPointerEnter={(event) => event.pointerType === 'mouse' && enter(id)}
      onPointerLeave={(event) => event.pointerType === 'mouse' && leave(id)}
      onFocus={() => enter(id)}
      onBlur={() => leave(id)}
      className="group relative min-w-0 [content-visibility:auto]"
      style={{
        flexGrow: shape,
        flexBasis: `calc(${shape} * var(--row))`,
        containIntrinsicSize: 'auto 16rem auto 12rem',
      }}
    >
      <Link
        href={`/clips/${id}${query}`}
        onClick={(event) => {
          if (!picking) return
          event.preventDefault()
          onPick(id, event.shiftKey)
        }}
        className="block rounded-md"
      >
        <span
          className={cx(
            'relative block overflow-hidden rounded-md bg-well outline-2 outline-offset-2',
            picked ? 'outline-lamp-ink' : 'outline-transparent',
          )}
          style={{ aspectRatio: shape }}
        >
          <Poster clip={clip} />
          {playing && media && <Moving src={media.url} />}
          {media?.seconds && (
            <span className="absolute right-1.5 bottom-1.5 rounded-sm bg-[oklch(0.15_0.02_215/0.78)] px-1.5 text-xs text-[oklch(0.97_0.01_95)]">
              {clock(Math.round(media.seconds))}
            </span>
          )}
        </span>
        <span className="mt-1.5 block truncate text-sm text-ink-soft group-hover:text-ink">{clip.settings.prompt}</span>
        <span className="block truncate text-xs text-ink-faint">
          {clip.modelName} · {day(clip.createdAt)}
        </span>
      </Link>
      <label
        className={cx(
          'touchable absolute top-0 left-0 grid size-10 place-items-center',
          !picking &&
            'opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:pointer-events-none',
        )}
      >
        <span className="sr-only">Pick “{clip.settings.prompt}”</span>
        <input
          type="checkbox"
          checked={picked}
          onChange={(event) => onPick(id, (event.nativeEvent as MouseEvent).shiftKey)}
          className="size-5 rounded-sm shadow-float"
        />
      </label>
    </li>
  )
})

function Poster({ clip }: { clip: Clip }) {
  const [missing, setMissing] = useState(false)
  const poster = clip.media?.posterUrl
  if (!poster || missing) {
    return (
      <span className="grid size-full place-items-center text-ink-faint">
        <Film aria-hidden className="size-6" />
      </span>
    )
  }
  return (
    <img
      src={poster}
      alt=""
      loading="lazy"
      decoding="async"
      onError={() => setMissing(true)}
      className="size-full object-cover"
    />
  )
}

/** The clip itself, without sound. It shows from its first picture on, so that nothing flashes. */
function Moving({ src }: { src: string }) {
  const [ready, setReady] = useState(false)
  return (
    <video
      src={src}
      muted
      loop
      autoPlay
      playsInline
      disablePictureInPicture
      aria-hidden
      tabIndex={-1}
      onPlaying={() => setReady(true)}
      className={cx('absolute inset-0 size-full object-cover transition-opacity', !ready && 'opacity-0')}
    />
  )
}
