import { useEffect, useRef, useState } from 'react'
import { fineClock } from '@/lib/fine-clock'
import { beatBeside, placeOf } from './cuts'
import type { Storyboard } from './use-storyboard'

/** After the last key the cut is moved in the studio; milliseconds. */
const pause = 450
const free = 0.05

/** The cut before the open shot, or the first one, by keys: from beat to beat, and with Alt by hundredths. */
export function CutSlider({ desk }: { desk: Storyboard }) {
  const { board, beats, drag, dragged, dropCut, open, openShot } = desk
  const found = open ? board.shots.findIndex((shot) => shot.id === open.id) : 1
  const index = Math.max(1, found)
  const shot = board.shots[index]
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const [isFree, setFree] = useState(false)
  useEffect(() => () => clearTimeout(timer.current), [])
  if (!shot || board.shots.length < 2) return null
  const seconds = dragged?.index === index ? dragged.seconds : shot.start

  const move = (direction: 1 | -1, freely: boolean) => {
    const wanted = freely ? seconds + direction * free : beatBeside(beats, seconds, direction)
    const place = placeOf(board.shots, index, wanted, { beats, free: freely })
    if (place === null || shot.locked) return
    setFree(freely)
    drag({ index, seconds: place })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => dropCut({ index, seconds: place }, freely), pause)
  }
  const go = (by: number) => {
    const next = board.shots[Math.max(1, Math.min(board.shots.length - 1, index + by))]
    if (next && dragged === null) openShot(next.id)
  }

  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={`Cut before shot ${shot.number}`}
      aria-valuemin={Number((board.shots[index - 1]?.start ?? 0).toFixed(2))}
      aria-valuemax={Number(shot.end.toFixed(2))}
      aria-valuenow={Number(seconds.toFixed(2))}
      aria-valuetext={`${fineClock(seconds)}${isFree || !shot.onBeat ? ', off the beat' : ', on a beat'}${shot.locked ? ', locked' : ''}`}
      title="Arrow keys move this cut from beat to beat, with Alt by hundredths; up and down choose another cut"
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey) return
        if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
          event.preventDefault()
          move(event.key === 'ArrowRight' ? 1 : -1, event.altKey)
        } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
          event.preventDefault()
          go(event.key === 'ArrowDown' ? 1 : -1)
        }
      }}
      className="touchable inline-flex min-h-8 items-center gap-2 rounded-md border border-edge bg-well px-2.5 text-xs whitespace-nowrap text-ink-soft"
    >
      <span aria-hidden className="h-3.5 w-0.5 rounded-full bg-lamp-ink" />
      Cut {shot.number - 1}|{shot.number} <span className="text-ink">{fineClock(seconds)}</span>
    </div>
  )
}
