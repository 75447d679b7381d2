import { Copy, Film, Mic } from 'lucide-react'
import { memo } from 'react'
import type { Shot } from '@/api/board'
import type { Platform } from '@/api/projects'
import { ClipProgress } from '@/components/clips/clip-progress'
import { shapeOf } from '@/components/film/frame-shape'
import { PickBox } from '@/components/film/pick-box'
import { StateMark } from '@/components/ui/state-mark'
import { cx } from '@/lib/cx'
import { fineClock } from '@/lib/fine-clock'
import { formatMoney } from '@/lib/money'
import { failedAgain, isFilmed, mediaOf, stateOfShot, type ShotTakes } from './take-state'

interface TakeCardProps {
  shot: Shot
  takes: ShotTakes
  platform: Platform
  /** Class of the section's colour. */
  colour: string
  section: string
  open: boolean
  picked: boolean
  picking: boolean
  onOpen: (id: string) => void
  onPick: (id: string, range: boolean) => void
}

/** A shot with the picture that the film has of it now. Drawn only when something of its own changes. */
export const TakeCard = memo(function TakeCard(props: TakeCardProps) {
  const { shot, takes, platform, colour, section, open, picked, picking, onOpen, onPick } = props
  const { tone, word } = stateOfShot(shot, takes)
  const media = takes.chosen ? mediaOf(takes.chosen) : null
  const picture = (media?.kind === 'image' ? media.url : media?.posterUrl) ?? shot.stillUrl
  const [running] = takes.running
  const good = media !== null
  const again = failedAgain(takes)
  return (
    <li
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
          {picture ? (
            <img
              src={picture}
              alt=""
              loading="lazy"
              decoding="async"
              className={cx('absolute inset-0 size-full object-cover', !good && isFilmed(shot) && 'opacity-55')}
            />
          ) : (
            <span aria-hidden className="display absolute inset-0 grid place-items-center text-3xl text-edge-strong">
              {shot.number}
            </span>
          )}
          <span className="absolute top-1.5 left-1.5 flex items-center gap-1.5 rounded-sm bg-black/62 px-1.5 py-0.5 text-xs font-semibold text-white">
            <span className="sr-only">{`Shot ${shot.number},`}</span>
            <span aria-hidden>{shot.number}</span>
            {shot.sameAs && <Copy aria-label="same footage" className="size-3" />}
            {shot.words.sung && <Mic aria-label="sung" className="size-3" />}
            {takes.chosen?.footage && <Film aria-label="own footage" className="size-3" />}
          </span>
        </span>
        <span className="block space-y-1 px-3 py-2.5">
          <span className="flex items-baseline justify-between gap-2 text-xs text-ink-faint">
            <span className="truncate">
              {fineClock(shot.start)} · {(shot.end - shot.start).toFixed(1)} s
              <span className="sr-only">, {section}</span>
            </span>
            <span className="whitespace-nowrap text-ink-soft">{priceWords(shot, takes)}</span>
          </span>
          <StateMark tone={tone} className="text-xs">
            {word}
          </StateMark>
          {takes.failed?.failure && tone === 'refused' && (
            <span className="line-clamp-2 text-xs text-ink-soft">{takes.failed.failure.sentence}</span>
          )}
          {again && (
            <span className="line-clamp-3 text-xs text-ink-soft">
              <span className="font-medium text-refused">Newest try failed.</span> {again}
            </span>
          )}
        </span>
      </button>
      {running && (
        <div className="px-3 pb-2.5">
          <ClipProgress clip={running} />
        </div>
      )}
      <PickBox number={shot.number} id={shot.id} picked={picked} picking={picking} onPick={onPick} />
    </li>
  )
})

/** What the shot has cost; before it was filmed, what it will cost. */
function priceWords(shot: Shot, takes: ShotTakes): string {
  const paid = takes.all.reduce((sum, take) => sum + (take.clip?.paid ?? 0), 0)
  if (paid > 0) return formatMoney(paid)
  if (!isFilmed(shot)) return 'free'
  const [running] = takes.running
  if (running) return formatMoney(running.quoted)
  return shot.price == null || takes.chosen ? '' : formatMoney(shot.price)
}
