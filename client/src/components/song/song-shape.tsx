import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Track } from '@/api/track-types'
import { shapeOf } from '@/api/tracks'
import { cx } from '@/lib/cx'
import { shapeParts } from './shape'

/** A song at a glance, from its beginning to its end, once it has been heard and is in sight. */
export function SongShape({ track, className }: { track: Pick<Track, 'id' | 'state'>; className?: string }) {
  const host = useRef<HTMLSpanElement>(null)
  const [seen, setSeen] = useState(false)
  const { data } = useQuery({ ...shapeOf(track.id), enabled: seen && track.state === 'heard' })
  const parts = useMemo(() => (data ? shapeParts(new Uint8Array(data)) : []), [data])
  useEffect(() => {
    if (seen || !host.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true), {
      rootMargin: '200px',
    })
    observer.observe(host.current)
    return () => observer.disconnect()
  }, [seen])
  return (
    <span ref={host} aria-hidden className={cx('block', className)}>
      {parts.length > 0 && (
        <svg viewBox="0 -1 96 2" preserveAspectRatio="none" className="block size-full">
          {parts.map(({ colour, path }) => (
            <path key={colour} d={path} style={{ fill: colour }} />
          ))}
        </svg>
      )}
    </span>
  )
}
