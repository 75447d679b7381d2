import { Music2 } from 'lucide-react'
import { useState } from 'react'
import type { Track } from '@/api/track-types'
import { cx } from '@/lib/cx'

/** The picture that came with the song, or a quiet place where it would be. */
export function Cover({
  track,
  className,
}: {
  track: Pick<Track, 'id' | 'hasCover' | 'coverUrl'>
  className?: string
}) {
  const [broken, setBroken] = useState(false)
  const shape = cx('shrink-0 rounded-md border border-edge bg-well object-cover', className)
  if (!track.hasCover || broken) {
    return (
      <span aria-hidden className={cx('grid place-items-center', shape)}>
        <Music2 className="size-2/5 text-ink-faint" strokeWidth={1.5} />
      </span>
    )
  }
  const address = track.coverUrl ?? `/api/tracks/${track.id}/cover`
  return <img src={address} alt="" onError={() => setBroken(true)} width={96} height={96} className={shape} />
}
