import { useEffect, useRef, useState } from 'react'
import type { LyricLine } from '@/api/track-types'
import { Button } from '@/components/ui/button'
import { cx } from '@/lib/cx'
import { songPlayer, useSongPlayer } from '@/lib/song-player'
import { fineClock } from '@/lib/fine-clock'
import { nextToTap, toTimed, withTime, type TimedLine } from './lines'

interface TapAlongProps {
  lines: readonly LyricLine[]
  saving: boolean
  onSave: (lines: TimedLine[]) => void
  onLeave: () => void
}

/** Times lines by hand: the song plays, and every press says that the next line begins. */
export function TapAlong({ lines, saving, onSave, onLeave }: TapAlongProps) {
  const [timed, setTimed] = useState(() => toTimed(lines))
  const [last, setLast] = useState(-1)
  const { playing } = useSongPlayer()
  const pad = useRef<HTMLButtonElement>(null)
  const next = nextToTap(timed, last)
  useEffect(() => pad.current?.focus(), [])

  const tap = (at: number) => {
    if (!playing) {
      songPlayer.play()
      return
    }
    if (next < 0) return
    const late = Math.max(0, performance.now() - at) / 1000
    setTimed(withTime(timed, next, Math.max(0, songPlayer.time - late)))
    setLast(next)
  }
  const back = () => {
    const before = timed.findLastIndex((line, index) => index < last && line.text.trim() !== '')
    songPlayer.seek(Math.max(0, (timed[before]?.start ?? 0) - 2))
    setLast(before)
  }

  return (
    <div className="grid max-w-2xl gap-4">
      <button
        ref={pad}
        type="button"
        data-tap=""
        onPointerDown={(event) => tap(event.timeStamp)}
        onClick={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== ' ' && event.key !== 'Enter') return
          event.preventDefault()
          event.stopPropagation()
          if (!event.repeat) tap(event.timeStamp)
        }}
        onKeyUp={(event) => event.key === ' ' && event.preventDefault()}
        className="grid min-h-36 touch-manipulation content-center justify-items-center gap-2 rounded-lg border border-edge-strong bg-well px-4 text-center select-none active:border-lamp-ink active:bg-lifted"
      >
        <span className="text-sm text-ink-faint">
          {!playing
            ? 'Press here or space: the song plays'
            : next < 0
              ? 'All lines have their time'
              : 'Press when this line begins'}
        </span>
        {next >= 0 && <span className="text-xl font-semibold">{timed[next]?.text}</span>}
      </button>
      <div className="flex flex-wrap gap-2">
        <Button look="lamp" busy={saving} onClick={() => onSave(timed)}>
          Keep the times
        </Button>
        <Button off={last < 0} onClick={back}>
          One line back
        </Button>
        <Button look="quiet" onClick={onLeave}>
          Leave
        </Button>
      </div>
      <ol aria-label="Lines" className="grid max-h-72 overflow-y-auto text-sm">
        {timed.map((line, index) => (
          <li key={index} className={cx('flex gap-4 px-2 py-1', index === next && 'bg-lifted')}>
            <span className="w-16 shrink-0 text-right text-ink-faint">
              {line.start === null ? '–' : fineClock(line.start)}
            </span>
            {line.text}
          </li>
        ))}
      </ol>
    </div>
  )
}
