import { Check, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Shot } from '@/api/board'
import { useDecideClip } from '@/api/clips'
import { useChooseTake, useDropFootage, type Take } from '@/api/takes'
import { ClipProgress } from '@/components/clips/clip-progress'
import { isBeforePurchase, isOver, needsPerson, stateOf } from '@/components/clips/clip-state'
import { shapeOf } from '@/components/film/frame-shape'
import { TakeVideo } from '@/components/film/take-video'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { IconButton } from '@/components/ui/icon-button'
import { StateMark } from '@/components/ui/state-mark'
import { toast } from '@/components/ui/toast'
import { cx } from '@/lib/cx'
import { formatMoney } from '@/lib/money'
import { moment } from '@/lib/time'
import { isGood, mediaOf } from './take-state'
import type { TakesDesk } from './use-takes'

interface TakeRowProps {
  desk: TakesDesk
  shot: Shot
  take: Take
  name: string
}

/** One take: its picture going with the song, what it is, and the acts that it allows. */
export function TakeRow({ desk, shot, take, name }: TakeRowProps) {
  const { project } = desk
  const choose = useChooseTake(project.id)
  const media = mediaOf(take)
  const pick = () =>
    choose.mutate(
      { shotId: shot.id, takeId: take.clip ? take.id : null, footageId: take.footage ? take.id : null },
      { onError: (problem) => toast(problem.message, { tone: 'refused' }) },
    )
  return (
    <li
      aria-label={name}
      className={cx(
        'grid grid-cols-[7rem_minmax(0,1fr)] gap-3 rounded-md border p-2',
        take.chosen ? 'border-lamp-ink bg-lifted' : 'border-edge',
      )}
    >
      <div
        className={cx(
          'relative self-start overflow-hidden rounded-sm bg-well',
          project.brief.platform === 'tall' && 'w-16',
        )}
        style={{ aspectRatio: shapeOf(project.brief.platform) }}
      >
        {media?.kind === 'video' && (
          <TakeVideo
            src={media.url}
            poster={media.posterUrl}
            placeAt={(at) => ({ seconds: at - shot.start, speed: 1 })}
            className="absolute inset-0"
          />
        )}
        {media?.kind === 'image' && <img src={media.url} alt="" className="absolute inset-0 size-full object-cover" />}
      </div>
      <div className="grid min-w-0 content-start gap-1.5">
        <p className="flex flex-wrap items-baseline justify-between gap-x-2 text-sm">
          <span className="font-medium">{name}</span>
          <span className="text-xs text-ink-faint">{moment(take.createdAt)}</span>
        </p>
        <p className="truncate text-xs text-ink-soft">{factsOf(take)}</p>
        {take.footage?.note && <p className="text-xs text-attention">{take.footage.note}</p>}
        {take.clip && <ClipNews take={take} />}
        <div className="flex flex-wrap items-center gap-1.5">
          {isGood(take) &&
            (take.chosen ? (
              <StateMark tone="done" className="min-h-8">
                In the film
              </StateMark>
            ) : (
              <Button size="sm" busy={choose.isPending} onClick={pick}>
                <Check aria-hidden className="size-4" />
                Choose<span className="sr-only">, {name}</span>
              </Button>
            ))}
          {take.footage && <DropFootage project={project.id} take={take} />}
        </div>
      </div>
    </li>
  )
}

function factsOf(take: Take): string {
  if (take.footage) {
    const { media } = take.footage
    return ['Own footage', media.seconds != null && `${media.seconds.toFixed(1)} s`, sizeOf(media)]
      .filter(Boolean)
      .join(' · ')
  }
  const { clip } = take
  if (!clip) return ''
  const cost = clip.paid > 0 ? formatMoney(clip.paid) : isOver(clip.status) ? 'cost nothing' : formatMoney(clip.quoted)
  return [clip.modelName, clip.media?.seconds != null && `${clip.media.seconds.toFixed(1)} s`, cost]
    .filter(Boolean)
    .join(' · ')
}

function sizeOf({ width, height }: { width?: number | null | undefined; height?: number | null | undefined }) {
  return width && height ? `${width} × ${height}` : null
}

/** Where a clip stands that is not there yet, or why it never will be. */
function ClipNews({ take }: { take: Take }) {
  const decide = useDecideClip(take.id)
  const { clip } = take
  if (!clip || clip.status === 'done') return null
  const { tone, word } = stateOf(clip)
  if (isOver(clip.status) || needsPerson(clip.status)) {
    return (
      <>
        <StateMark tone={tone} className="text-xs">
          {word}
        </StateMark>
        {clip.failure && <p className="text-xs text-ink-soft">{clip.failure.sentence}</p>}
      </>
    )
  }
  return (
    <>
      <ClipProgress clip={clip} />
      {!clip.cancelAsked && (
        <Button
          size="sm"
          look="quiet"
          className="justify-self-start"
          busy={decide.isPending}
          onClick={() => decide.mutate({ kind: 'cancel' })}
        >
          {isBeforePurchase(clip.status) ? 'Cancel, nothing is paid' : 'Give up'}
        </Button>
      )}
    </>
  )
}

function DropFootage({ project, take }: { project: string; take: Take }) {
  const [asking, setAsking] = useState(false)
  const drop = useDropFootage(project)
  return (
    <>
      <IconButton icon={Trash2} label="Take this footage away" onClick={() => setAsking(true)} />
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title="Take this footage away?"
        verb="Take it away"
        busy={drop.isPending}
        problem={drop.error}
        onConfirm={() => drop.mutate(take.id, { onSuccess: () => setAsking(false) })}
      >
        <p>The file is deleted from the studio. The shot shows its newest take again, or its still.</p>
      </Confirm>
    </>
  )
}
