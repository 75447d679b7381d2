import { Copy, Lock, Mic } from 'lucide-react'
import { memo } from 'react'
import type { Shot } from '@/api/board'
import type { Platform } from '@/api/projects'
import { StateMark } from '@/components/ui/state-mark'
import { cx } from '@/lib/cx'
import { formatMoney } from '@/lib/money'
import { fineClock } from '@/lib/fine-clock'
import { shapeOf } from '@/components/film/frame-shape'
import { PickBox } from '@/components/film/pick-box'
import { lengthWords, shortWords, stateOfShot, type ShotStills } from './shot-state'
import { useShotWriting, type WritingStore } from './writing'

interface ShotCardProps {
  shot: Shot
  stills: ShotStills
  platform: Platform
  /** The class of its section's colour, and the section's name. */
  colour: string
  section: string
  open: boolean
  picked: boolean
  picking: boolean
  writing: WritingStore
  onOpen: (id: string) => void
  onPick: (id: string, range: boolean) => void
  style?: React.CSSProperties
}

/**
 * A shot on the board. Drawn only when something of its own changes: a board has up to two hundred. Its parts are plain blocks, and it
 * is laid out before it is seen: grids in grids, and cards laid out as they came, took 100 ms of every row that was scrolled to.
 */
export const ShotCard = memo(function ShotCard(props: ShotCardProps) {
  const { shot, stills, platform, colour, section, open, picked, picking, writing, onOpen, onPick, style } = props
  const written = useShotWriting(writing, shot.id)
  const words = written ? shortWords(written) : shortWords(shot.words)
  const { tone, word } = written ? ({ tone: 'working', word: 'Being written' } as const) : stateOfShot(shot, stills)
  return (
    <li
      style={style}
      className={cx(
        'group relative overflow-hidden rounded-lg border bg-raised transition-colors',
        open ? 'border-lamp-ink shadow-[0_0_0_1px_var(--color-lamp-ink)]' : 'border-edge hover:border-edge-strong',
        picked && 'bg-lifted',
      )}
    >
      <button
        type="button"
        data-shot={shot.id}
        aria-current={open || undefined}
        onClick={(event) => {
          if (picking || event.shiftKey || event.ctrlKey || event.metaKey) onPick(shot.id, event.shiftKey)
          else onOpen(shot.id)
        }}
        className="block w-full text-left focus-visible:-outline-offset-2"
      >
        <span aria-hidden className={cx('block h-1', colour)} />
        <span className="relative block overflow-hidden bg-well" style={{ aspectRatio: shapeOf(platform) }}>
          {shot.stillUrl && (
            <img
              src={shot.stillUrl}
              alt=""
              loading="lazy"
              decoding="async"
              className="absolute inset-0 size-full object-cover"
            />
          )}
          {!shot.stillUrl && (
            <span
              className={cx(
                'absolute inset-0 grid place-items-center',
                stills.drawing && 'motion-safe:animate-breathe bg-lifted',
              )}
            >
              <span aria-hidden className="display text-3xl text-edge-strong">
                {shot.number}
              </span>
            </span>
          )}
          <span className="absolute top-1.5 left-1.5 flex items-center gap-1.5 rounded-sm bg-black/62 px-1.5 py-0.5 text-xs font-semibold text-white">
            <span className="sr-only">{`Shot ${shot.number},`}</span>
            <span aria-hidden>{shot.number}</span>
            {shot.locked && <Lock aria-label="locked" className="size-3" />}
            {shot.sameAs && <Copy aria-label="same footage" className="size-3" />}
            {shot.words.sung && <Mic aria-label="sung" className="size-3" />}
          </span>
        </span>
        <span className="block space-y-1 px-3 py-2.5">
          <span className="flex items-baseline justify-between gap-2 text-xs text-ink-faint">
            <span className="truncate">
              {fineClock(shot.start)} · {lengthWords(shot.end - shot.start)}
              <span className="sr-only">, {section}</span>
            </span>
            <span className="whitespace-nowrap text-ink-soft">{priceWords(shot)}</span>
          </span>
          <span className={cx('line-clamp-3 min-h-15 text-sm', !words && 'text-ink-faint')}>
            {words || 'No words yet'}
          </span>
          <StateMark tone={tone} className="text-xs">
            {word}
          </StateMark>
          {tone === 'refused' && stills.failed?.failure && (
            <span className="line-clamp-2 text-xs text-ink-soft">{stills.failed.failure.sentence}</span>
          )}
        </span>
      </button>
      <PickBox id={shot.id} number={shot.number} picked={picked} picking={picking} onPick={onPick} />
    </li>
  )
})

function priceWords(shot: Shot): string {
  if (shot.sameAs || shot.movingStill) return 'free'
  return shot.price == null ? '–' : formatMoney(shot.price)
}
