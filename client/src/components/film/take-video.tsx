import { useEffect, useRef } from 'react'
import { followSong, type ClipPlace } from './follow-song'
import { cx } from '@/lib/cx'

interface TakeVideoProps {
  src: string
  poster?: string | null | undefined
  /** Where the clip is at a moment of the song. */
  placeAt: (moment: number) => ClipPlace
  label?: string
  className?: string
}

/** A silent clip that goes with the song. */
export function TakeVideo({ src, poster, placeAt, label, className }: TakeVideoProps) {
  const video = useRef<HTMLVideoElement>(null)
  const latest = useRef(placeAt)
  useEffect(() => {
    latest.current = placeAt
  })
  useEffect(() => (video.current ? followSong(video.current, (moment) => latest.current(moment)) : undefined), [src])
  return (
    <video
      ref={video}
      src={src}
      poster={poster ?? undefined}
      muted
      playsInline
      preload="auto"
      aria-label={label}
      aria-hidden={label ? undefined : true}
      tabIndex={-1}
      className={cx('size-full object-cover', className)}
    />
  )
}
