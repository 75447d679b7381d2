import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useDecideSound, useSoundAsTrack, type Sound, type SoundDecision } from '@/api/sounds'
import { isOver, isRunning, stateOf } from '@/components/clips/clip-state'
import { Button, buttonClass } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { StateMark } from '@/components/ui/state-mark'
import { newId } from '@/lib/ids'
import { formatMoney } from '@/lib/money'
import { standing, standingWords } from '@/lib/progress'
import { ago } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { SoundQuestion } from '../sound-question'
import { SoundPlay } from './sound-play'

/** One version: listened to, and chosen; or what became of it. */
export function SoundCard({ sound }: { sound: Sound }) {
  const decide = useDecideSound(sound.id)
  const state = stateOf(sound)
  return (
    <li className="grid gap-3 rounded-lg border border-edge bg-raised px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p className="min-w-0 font-medium">{sound.prompt}</p>
        <StateMark tone={state.tone}>{state.word}</StateMark>
      </div>
      {isRunning(sound.status) && <Running sound={sound} />}
      {sound.media && <SoundPlay url={sound.media.url} seconds={sound.media.seconds ?? 0} name={sound.prompt} />}
      {sound.failure && sound.status === 'failed' && <p className="text-ink-soft">{sound.failure.sentence}</p>}
      <SoundQuestion sound={sound} what="version" decide={decide} />
      <Acts sound={sound} decide={decide} />
      {decide.isError && <ProblemNotice problem={decide.error} />}
      <Facts sound={sound} />
    </li>
  )
}

function Running({ sound }: { sound: Sound }) {
  const now = useNow()
  const reported = sound.progress && {
    elapsedSeconds: sound.progress.elapsedMs / 1000,
    averageSeconds: (sound.progress.averageMs ?? 0) / 1000,
    asOf: sound.progress.asOf,
  }
  const at = reported && standing(reported, now)
  const words = reported ? standingWords(reported, now) : (sound.waiting ?? 'Sent to Venice')
  return (
    <div className="grid gap-1">
      <Progress
        label="Progress"
        value={at?.fraction ?? undefined}
        tone={at?.over ? 'attention' : 'working'}
        text={words}
      />
      <p className="text-xs text-ink-soft">{words}</p>
    </div>
  )
}

function Acts({ sound, decide }: { sound: Sound; decide: ReturnType<typeof useDecideSound> }) {
  const [, go] = useLocation()
  const take = useSoundAsTrack(sound.id)
  const [key, setKey] = useState(newId)
  const button = (decision: SoundDecision, text: string) => (
    <Button
      size="sm"
      look={decision.kind === 'delete' || decision.kind === 'cancel' ? 'quiet' : 'plain'}
      busy={decide.isPending}
      // One key for one act of ordering: a second press while the answer is lost must not buy twice.
      onClick={() => decide.mutate(decision, { onSuccess: () => setKey(newId()) })}
    >
      {text}
    </Button>
  )
  return (
    <div className="flex flex-wrap gap-2 empty:hidden">
      {sound.status === 'done' && sound.trackId && (
        <Link href={`/songs/${sound.trackId}`} className={buttonClass('plain', 'sm')}>
          Open the song
        </Link>
      )}
      {sound.status === 'done' && !sound.trackId && (
        <Button
          size="sm"
          look="lamp"
          busy={take.isPending}
          onClick={() => take.mutate(undefined, { onSuccess: (track) => go(`/songs/${track.id}`) })}
        >
          Take this one
        </Button>
      )}
      {sound.status === 'failed' &&
        button({ kind: 'retry', shownEach: sound.quoted, key }, `Try again · ${formatMoney(sound.quoted)}`)}
      {sound.failure?.canCollectAgain && button({ kind: 'collect' }, 'Fetch it again')}
      {sound.status === 'reserved' && button({ kind: 'cancel' }, 'Cancel')}
      {isOver(sound.status) && button({ kind: 'delete' }, 'Delete')}
      {take.isError && <ProblemNotice problem={take.error} className="basis-full" />}
    </div>
  )
}

function Facts({ sound }: { sound: Sound }) {
  const now = useNow(30_000)
  const paid = sound.paid > 0 ? formatMoney(sound.paid) : `${formatMoney(sound.quoted)} quoted`
  return <p className="text-sm text-ink-faint">{[sound.modelName, paid, ago(sound.createdAt, now)].join(' · ')}</p>
}
