import { ArrowLeft, ArrowRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import type { CutSpan } from '@/api/films'
import { IconButton } from '@/components/ui/icon-button'
import { cx } from '@/lib/cx'
import { songPlayer } from '@/lib/song-player'
import { canMove, exchanged } from './cut-edits'
import { transitionWord } from './cut-words'
import type { Cutting } from './use-cutting'

/** The spans in a row, as wide as they are long. What two of them show changes places; the cuts stay on their beats. */
export function Arrangement({ cutting }: { cutting: Cutting }) {
  const { view, index, open, openShot, edit, project } = cutting
  const [dragged, setDragged] = useState<number | null>(null)
  const row = useRef<HTMLOListElement>(null)
  const rate = view.frameRate
  const swap = (from: number, to: number) => {
    const [one, other] = [view.spans[from], view.spans[to]]
    if (from !== to && canMove(one) && canMove(other)) edit((cut) => exchanged(cut, one, other))
  }
  useEffect(() => {
    const here = row.current?.children[index]
    const list = row.current
    if (!list || !(here instanceof HTMLElement) || !songPlayer.now.playing) return
    const left = here.offsetLeft
    if (left < list.scrollLeft || left + here.offsetWidth > list.scrollLeft + list.clientWidth)
      list.scrollTo?.({ left: left - 40 })
  }, [index])
  const at = open ? view.spans.findIndex((span) => span.shotId === open.shotId) : -1
  return (
    <section aria-labelledby="arrangement" className="grid min-w-0 grid-cols-1 gap-2">
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-2">
        <h2 id="arrangement" className="text-lg font-semibold">
          Arrangement
        </h2>
        {open && (
          <div role="group" aria-label={`Move what shot ${open.number} shows`} className="flex items-center gap-1">
            <span className="text-sm text-ink-soft">{canMove(open) ? `Shot ${open.number}` : whyFixed(open)}</span>
            <IconButton
              icon={ArrowLeft}
              label="Change places with the shot before"
              disabled={!canMove(open) || !canMove(view.spans[at - 1])}
              onClick={() => swap(at, at - 1)}
            />
            <IconButton
              icon={ArrowRight}
              label="Change places with the next shot"
              disabled={!canMove(open) || !canMove(view.spans[at + 1])}
              onClick={() => swap(at, at + 1)}
            />
          </div>
        )}
      </div>
      <ol ref={row} aria-label="Shots in the cut" className="relative flex gap-1 overflow-x-auto pb-2">
        {view.spans.map((span, place) => (
          <Span
            key={span.shotId}
            span={span}
            seconds={span.frames / rate}
            tall={project.brief.platform === 'tall'}
            here={place === index}
            open={span.shotId === open?.shotId}
            target={dragged !== null && dragged !== place && canMove(span)}
            onOpen={() => {
              openShot(span.shotId)
              if (!songPlayer.now.playing) songPlayer.seek((span.startFrame + 0.5) / rate)
            }}
            onDrag={(on) => setDragged(on ? place : null)}
            onDrop={() => {
              if (dragged !== null) swap(dragged, place)
              setDragged(null)
            }}
          />
        ))}
      </ol>
    </section>
  )
}

function whyFixed(span: CutSpan): string {
  return `Shot ${span.number} shows ${span.source === 'still' ? 'its still, which stays with it' : 'nothing yet'}`
}

interface SpanProps {
  span: CutSpan
  seconds: number
  tall: boolean
  here: boolean
  open: boolean
  /** Something is dragged that could be put here. */
  target: boolean
  onOpen: () => void
  onDrag: (on: boolean) => void
  onDrop: () => void
}

const sources = { take: '', footage: 'Own footage', still: 'Still', none: 'Nothing yet' }

function Span({ span, seconds, tall, here, open, target, onOpen, onDrag, onDrop }: SpanProps) {
  const name = [
    `Shot ${span.number}, ${seconds.toFixed(1)} seconds`,
    span.transition !== 'cut' && transitionWord(span.transition),
    sources[span.source],
    !span.onBeat && 'beside the beat',
    span.missing,
  ]
  return (
    <li style={{ width: `${Math.max(tall ? 3.5 : 5, Math.min(18, seconds * 2.4))}rem` }} className="shrink-0">
      <button
        type="button"
        aria-label={name.filter(Boolean).join(', ')}
        aria-current={open || undefined}
        draggable={canMove(span)}
        onClick={onOpen}
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move'
          event.dataTransfer.setData('text/plain', String(span.number))
          onDrag(true)
        }}
        onDragEnd={() => onDrag(false)}
        onDragOver={(event) => target && event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault()
          onDrop()
        }}
        className={cx(
          'relative block w-full overflow-hidden rounded-md border bg-well text-left focus-visible:-outline-offset-2',
          tall ? 'h-28' : 'h-20',
          open
            ? 'border-lamp-ink shadow-[inset_0_0_0_1px_var(--color-lamp-ink)]'
            : 'border-edge hover:border-edge-strong',
          target && 'border-dashed border-lamp-ink',
        )}
      >
        {span.posterUrl && (
          <img
            src={span.posterUrl}
            alt=""
            draggable={false}
            loading="lazy"
            decoding="async"
            className="absolute inset-0 size-full object-cover"
          />
        )}
        {span.transition !== 'cut' && <span aria-hidden className="absolute inset-y-0 left-0 w-1.5 bg-lamp" />}
        <span className="absolute inset-x-0 bottom-0 flex justify-between gap-1 bg-black/62 px-1.5 py-0.5 text-xs text-white">
          <span className="font-semibold">{span.number}</span>
          <span className="truncate">{span.missing ? '!' : `${seconds.toFixed(1)} s`}</span>
        </span>
      </button>
      <span aria-hidden className={cx('mt-1 block h-0.5 rounded-full', here ? 'bg-lamp-ink' : 'bg-transparent')} />
    </li>
  )
}
