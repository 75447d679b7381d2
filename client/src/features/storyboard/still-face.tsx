import { useRef, type KeyboardEvent, type MouseEvent } from 'react'
import type { Shot, SubjectPoint } from '@/api/board'
import { Button } from '@/components/ui/button'
import { useDecideStill } from '@/api/stills'
import { newId } from '@/lib/ids'
import { formatMoney } from '@/lib/money'
import { cx } from '@/lib/cx'
import { shapeOf } from '@/components/film/frame-shape'
import type { ShotStills } from './shot-state'
import type { Storyboard } from './use-storyboard'

interface StillFaceProps {
  desk: Storyboard
  shot: Shot
  stills: ShotStills
}

/** The still, large; a press on it marks what has to stay in the frame when the film is cropped. */
export function StillFace({ desk, shot, stills }: StillFaceProps) {
  const { acts, project } = desk
  const box = useRef<HTMLButtonElement>(null)
  const { x, y, guessed } = shot.subject
  const mark = (subject: SubjectPoint) => void acts.change({ kind: 'subject', shotId: shot.id, subject })
  const point = (event: MouseEvent) => {
    const area = box.current?.getBoundingClientRect()
    // A click that a key made has no place.
    if (!area || area.width === 0 || event.detail === 0) return
    mark({
      x: clamped((event.clientX - area.left) / area.width),
      y: clamped((event.clientY - area.top) / area.height),
      guessed: false,
    })
  }
  const nudge = (event: KeyboardEvent) => {
    const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key] ?? [
      0, 0,
    ]
    if (!dx && !dy) return
    event.preventDefault()
    mark({ x: clamped(x + (dx ?? 0) * 0.05), y: clamped(y + (dy ?? 0) * 0.05), guessed: false })
  }
  return (
    <div className="grid gap-2">
      <div
        className={cx(
          'relative mx-auto w-full overflow-hidden rounded-md bg-well',
          project.brief.platform === 'tall' && 'max-w-56',
        )}
        style={{ aspectRatio: shapeOf(project.brief.platform) }}
      >
        {shot.stillUrl ? (
          <button
            ref={box}
            type="button"
            disabled={shot.locked}
            aria-label={`What must stay in the frame: ${percent(x)} across, ${percent(y)} down${guessed ? ', a guess' : ''}. Arrow keys move it.`}
            onClick={point}
            onKeyDown={nudge}
            className="absolute inset-0 cursor-crosshair focus-visible:-outline-offset-2"
          >
            <img src={shot.stillUrl} alt={`Still of shot ${shot.number}`} className="size-full object-cover" />
            <span
              aria-hidden
              className={cx(
                'absolute size-5 -translate-1/2 rounded-full border-2 border-white shadow-[0_0_0_1.5px_black]',
                guessed && 'border-dashed opacity-60',
              )}
              style={{ left: percent(x), top: percent(y) }}
            />
          </button>
        ) : (
          <span
            className={cx(
              'grid size-full place-items-center text-sm text-ink-faint',
              stills.drawing && 'motion-safe:animate-breathe bg-lifted',
            )}
          >
            {stills.drawing ? 'Being drawn' : 'No still yet'}
          </span>
        )}
      </div>
      <StillNews desk={desk} stills={stills} />
    </div>
  )
}

/** What became of the last order, and what to do about it. */
function StillNews({ desk, stills }: { desk: Storyboard; stills: ShotStills }) {
  const decide = useDecideStill(desk.project.id)
  const { asking, drawing, failed, underWay } = stills
  const act = (id: string, decision: Parameters<typeof decide.mutate>[0]['decision']) => decide.mutate({ id, decision })
  return (
    <div role="status" className="grid gap-2 text-sm empty:hidden">
      {drawing && (
        <p className="flex items-center justify-between gap-2 text-working">
          {drawing.waiting ?? (underWay > 1 ? `Venice draws ${underWay} versions.` : 'Venice draws it.')}
          {drawing.status === 'reserved' && (
            <Button size="sm" look="quiet" onClick={() => act(drawing.id, { kind: 'cancel' })}>
              Cancel
            </Button>
          )}
        </p>
      )}
      {asking?.status === 'uncertain' && (
        <div className="grid gap-2 rounded-md border border-attention/45 p-3">
          <p>
            It is not known whether Venice took this order of {formatMoney(asking.quoted)}. Look at your balance, then
            say so.
          </p>
          <span className="flex flex-wrap gap-2">
            <Button size="sm" onClick={() => act(asking.id, { kind: 'charged' })}>
              It was charged
            </Button>
            <Button size="sm" onClick={() => act(asking.id, { kind: 'send-again' })}>
              Send it again
            </Button>
          </span>
        </div>
      )}
      {asking?.status === 'priceChanged' && asking.newPrice != null && (
        <div className="grid gap-2 rounded-md border border-attention/45 p-3">
          <p>
            It costs {formatMoney(asking.newPrice)} now, and the button said {formatMoney(asking.quoted)}. Nothing is
            paid yet.
          </p>
          <span className="flex flex-wrap gap-2">
            <Button size="sm" onClick={() => act(asking.id, { kind: 'price', shownEach: asking.newPrice ?? 0 })}>
              Draw it · {formatMoney(asking.newPrice)}
            </Button>
            <Button size="sm" look="quiet" onClick={() => act(asking.id, { kind: 'cancel' })}>
              Leave it
            </Button>
          </span>
        </div>
      )}
      {failed && (
        <div className="grid gap-2 rounded-md border border-refused/45 p-3">
          <p>{failed.failure?.sentence ?? 'The picture could not be drawn.'}</p>
          <Button
            size="sm"
            className="justify-self-start"
            busy={decide.isPending}
            onClick={() => act(failed.id, { kind: 'retry', key: newId() })}
          >
            Try again · {formatMoney(failed.quoted)}
          </Button>
        </div>
      )}
      {decide.error && <p className="text-refused">{decide.error.message}</p>}
    </div>
  )
}

const clamped = (share: number) => Math.min(1, Math.max(0, share))
const percent = (share: number) => `${Math.round(share * 100)}%`
