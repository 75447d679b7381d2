import { Maximize2, Metronome, Pause, Play, Repeat, SkipBack, SkipForward, ZoomIn, ZoomOut } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { Popover } from '@/components/ui/popover'
import { cx } from '@/lib/cx'
import { songPlayer, useSongPlayer } from '@/lib/song-player'
import { clock } from '@/lib/time'
import type { Desk } from '../use-desk'
import type { SongActs } from '../use-song-acts'
import type { Clicking } from './use-metronome'

/** Playing, and where it stands. At the foot of a phone's screen, under the song on a desktop. */
export function Transport({ desk, acts, clicking }: { desk: Desk; acts: SongActs; clicking: Clicking }) {
  const { playing, loop } = useSongPlayer()
  return (
    <div className="flex flex-wrap items-center gap-x-1 gap-y-1 px-2 py-2 max-[24rem]:gap-x-0 sm:px-3">
      <IconButton icon={SkipBack} label="The section before" onClick={acts.sectionBack} />
      <button
        type="button"
        aria-label={playing ? 'Pause' : 'Play'}
        onClick={songPlayer.toggle}
        className="grid size-12 shrink-0 place-items-center rounded-full bg-lamp text-on-lamp transition-colors hover:bg-lamp-bright"
      >
        {playing ? (
          <Pause aria-hidden className="size-5 fill-current" />
        ) : (
          <Play aria-hidden className="ml-0.5 size-5 fill-current" />
        )}
      </button>
      <IconButton icon={SkipForward} label="The next section" onClick={acts.sectionOn} />
      <Counter desk={desk} />
      <IconButton
        icon={Repeat}
        label="Loop the section"
        aria-pressed={loop !== null}
        onClick={acts.loop}
        className={on}
      />
      <Click clicking={clicking} />
      <span className="ml-auto hidden items-center gap-1 sm:flex">
        <IconButton icon={ZoomOut} label="Wider" onClick={acts.wider} />
        <IconButton icon={ZoomIn} label="Closer" onClick={acts.closer} />
        <IconButton icon={Maximize2} label="The whole song" onClick={acts.whole} />
      </span>
    </div>
  )
}

const on = 'aria-pressed:bg-lifted aria-pressed:text-lamp-ink'

/** The bar and beat, and the time; written by the frame and not by React. */
function Counter({ desk }: { desk: Desk }) {
  const place = useRef<HTMLSpanElement>(null)
  const time = useRef<HTMLSpanElement>(null)
  const { stage, counter, hearing } = desk
  useEffect(
    () =>
      stage.onFrame((moment) => {
        if (place.current) place.current.textContent = counter.words(moment)
        if (time.current) time.current.textContent = `${clock(moment)}.${Math.floor((moment % 1) * 10)}`
      }),
    [stage, counter],
  )
  return (
    <p className="mx-2 grid min-w-24 shrink-0 leading-tight max-[24rem]:mx-1 max-[24rem]:min-w-20" aria-hidden>
      <span ref={place} className={cx('display text-xl tabular-nums', !hearing.steady && 'text-ink-faint')}>
        –.–
      </span>
      <span className="text-xs text-ink-faint">
        <span ref={time} className="text-ink-soft">
          0:00.0
        </span>{' '}
        / {clock(hearing.duration)}
      </span>
    </p>
  )
}

function Click({ clicking }: { clicking: Clicking }) {
  return (
    <span className="flex items-center">
      <IconButton
        icon={Metronome}
        label="Click on every beat"
        aria-pressed={clicking.on}
        onClick={clicking.toggle}
        className={on}
      />
      {clicking.on && (
        <Popover
          label="Loudness of the click"
          className="p-3"
          trigger={
            <button type="button" className="touchable rounded-md px-2 py-1.5 text-xs text-ink-soft hover:bg-lifted">
              {Math.round(clicking.volume * 100)} %<span className="sr-only"> loud, the click: change</span>
            </button>
          }
        >
          <label className="grid gap-2 text-sm">
            Loudness of the click
            <input
              type="range"
              min={0}
              max={1}
              step={0.05}
              value={clicking.volume}
              aria-valuetext={`${Math.round(clicking.volume * 100)} percent`}
              onChange={(event) => clicking.setVolume(Number(event.target.value))}
              className="h-8 w-44"
            />
          </label>
        </Popover>
      )}
    </span>
  )
}
