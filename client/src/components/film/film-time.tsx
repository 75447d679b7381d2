import { useEffect, useRef } from 'react'
import type { StageView } from '@/components/song/stage-view'
import { clock } from '@/lib/time'

interface FilmTimeProps {
  stage: StageView
  duration: number
  /** With it, the frame is told in place of the tenths. */
  rate?: number
}

/** Where the song is, moving with it; React is not asked. */
export function FilmTime({ stage, duration, rate }: FilmTimeProps) {
  const time = useRef<HTMLSpanElement>(null)
  useEffect(
    () =>
      stage.onFrame((moment) => {
        if (time.current) time.current.textContent = rate ? frameClock(moment, rate) : tenths(moment)
      }),
    [stage, rate],
  )
  return (
    <p aria-hidden className="mx-1.5 min-w-24 text-sm whitespace-nowrap text-ink-faint">
      <span ref={time} className="text-ink">
        {rate ? frameClock(0, rate) : tenths(0)}
      </span>{' '}
      / {clock(duration)}
    </p>
  )
}

function tenths(moment: number) {
  return `${clock(moment)}.${Math.floor((moment % 1) * 10)}`
}

/** "1:04:07": minutes, seconds and the frame within the second. */
function frameClock(moment: number, rate: number) {
  const frame = Math.floor(moment * rate + 0.001)
  return `${clock(Math.floor(frame / rate))}:${String(frame % rate).padStart(2, '0')}`
}
