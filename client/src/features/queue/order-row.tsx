import { Link } from 'wouter'
import { useDecideClip, type Clip } from '@/api/clips'
import { ClipProgress } from '@/components/clips/clip-progress'
import { isOver, needsPerson, stateOf } from '@/components/clips/clip-state'
import { buttonClass } from '@/components/ui/button'
import { Money } from '@/components/ui/money'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { SpokenProgress } from '@/components/ui/spoken-progress'
import { StateMark } from '@/components/ui/state-mark'
import { settingsWords } from '@/lib/settings-words'
import { clock } from '@/lib/time'
import { CancelButton } from './cancel-button'
import { FailureCard } from './failure-card'
import { OpenQuestion } from './open-question'
import { RetryButtons } from './retry-buttons'
import { ShotNumber } from './shot-number'

interface OrderRowProps {
  clip: Clip
  name: string
  /** With the words that it is made from, which its order does not share. */
  tells: boolean
}

/** One clip of an order: its mark, its progress, its price, and the acts that its state allows. */
export function OrderRow({ clip, name, tells }: OrderRowProps) {
  const decide = useDecideClip(clip.id)
  const { tone, word } = stateOf(clip)
  const under = !isOver(clip.status) && !needsPerson(clip.status)
  return (
    <li className="px-4 py-3 sm:px-5" aria-label={name}>
      {tells && (
        <div className="mb-2">
          <p className="line-clamp-1 max-w-[80ch]">
            <ShotNumber clip={clip} />
            {clip.settings.prompt}
          </p>
          <p className="text-sm text-ink-faint">
            {clip.modelName} · {settingsWords(clip.settings)}
          </p>
        </div>
      )}
      <div className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-2 md:grid-cols-[11.5rem_minmax(0,1fr)_6.5rem_auto]">
        <StateMark tone={tone} className="whitespace-nowrap">
          {word}
        </StateMark>
        <div className="order-last col-span-2 min-w-0 md:order-none md:col-span-1">
          {under ? <ClipProgress clip={clip} /> : <Facts clip={clip} />}
          <SpokenProgress
            what={name}
            value={undefined}
            done={clip.status === 'done'}
            failed={clip.status === 'failed'}
          />
        </div>
        <Price clip={clip} />
        <div className="order-last col-span-2 flex flex-wrap justify-end gap-2 empty:hidden md:order-none md:col-span-1">
          {clip.status === 'done' && (
            <Link href={`/clips/${clip.id}`} className={buttonClass('plain', 'sm')}>
              Watch
            </Link>
          )}
          {under && !clip.cancelAsked && <CancelButton clip={clip} decide={decide} />}
          {isOver(clip.status) && clip.status !== 'failed' && <RetryButtons clip={clip} />}
        </div>
      </div>
      {needsPerson(clip.status) && (
        <div className="mt-3">
          <OpenQuestion clip={clip} decide={decide} />
        </div>
      )}
      {clip.status === 'failed' && <FailureCard clip={clip} decide={decide} />}
      {decide.isError && <ProblemNotice problem={decide.error} className="mt-3" />}
    </li>
  )
}

function Price({ clip }: { clip: Clip }) {
  const paid = clip.paid > 0
  const refunded = paid && clip.failure?.refunded === true
  return (
    <p className="text-right text-sm">
      <Money amount={paid ? clip.paid : clip.quoted} className={refunded ? 'line-through' : undefined} />
      <span className="ml-1.5 text-ink-faint">
        {refunded ? 'refunded' : paid ? 'paid' : isOver(clip.status) ? 'not paid' : 'quoted'}
      </span>
    </p>
  )
}

/** What there is to say about a clip that is not moving. */
function Facts({ clip }: { clip: Clip }) {
  if (clip.status !== 'done') return null
  const took =
    clip.submittedAt && clip.finishedAt ? (Date.parse(clip.finishedAt) - Date.parse(clip.submittedAt)) / 1000 : null
  return (
    <p className="text-sm text-ink-faint">
      {clip.media?.seconds ? `${clip.media.seconds.toFixed(1)} s` : ''}
      {took !== null && took > 0 && ` · took ${clock(took)}`}
      {clip.cleanedUpAt && ' · deleted at Venice'}
      {clip.waiting && ` · ${clip.waiting}`}
    </p>
  )
}
