import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link } from 'wouter'
import { latestClips, type Clip } from '@/api/clips'
import { isOver, needsPerson, stateOf } from '@/components/clips/clip-state'
import { ClipProgress } from '@/components/clips/clip-progress'
import { Money } from '@/components/ui/money'
import { StateMark } from '@/components/ui/state-mark'

/** What runs now of what is made here, what waits for a person, and what went wrong since this page was opened. A list that fails is the stage's to tell. */
export function WorkingStrip() {
  const [opened] = useState(() => Date.now())
  const latest = useQuery(latestClips('all', 12, { alone: true }))
  const clips = (latest.data?.items ?? []).filter((clip) => isOfNow(clip, opened))
  if (clips.length === 0) return null
  return (
    <section aria-labelledby="working-now">
      <div className="mb-2 flex items-baseline justify-between">
        <h2 id="working-now" className="text-sm font-semibold">
          Working now
        </h2>
        <Link href="/queue" className="text-sm text-ink-soft underline underline-offset-2 hover:text-ink">
          All orders
        </Link>
      </div>
      <ul className="divide-y divide-edge rounded-lg border border-edge bg-raised">
        {clips.map((clip) => (
          <StripRow key={clip.id} clip={clip} />
        ))}
      </ul>
    </section>
  )
}

function StripRow({ clip }: { clip: Clip }) {
  const { tone, word } = stateOf(clip)
  const waits = needsPerson(clip.status)
  return (
    <li className="grid animate-fade grid-cols-1 gap-1.5 px-4 py-3">
      <div className="flex items-center gap-3">
        <StateMark tone={tone} className="shrink-0 whitespace-nowrap">
          {word}
        </StateMark>
        <p className="min-w-0 grow truncate text-sm text-ink-soft">{clip.settings.prompt}</p>
        <Money amount={clip.quoted} className="text-sm text-ink-faint" />
      </div>
      {!isOver(clip.status) && !waits && <ClipProgress clip={clip} />}
      {clip.failure && clip.status === 'failed' && <p className="text-sm text-ink-soft">{clip.failure.sentence}</p>}
      {(waits || clip.status === 'failed') && (
        <Link
          href={waits ? '/queue?show=attention' : '/queue?show=failed'}
          className="justify-self-start text-sm font-medium text-lamp-ink underline underline-offset-2"
        >
          {waits ? 'Decide in the queue' : 'What to do'}
        </Link>
      )}
    </li>
  )
}

function isOfNow(clip: Clip, opened: number): boolean {
  if (!isOver(clip.status)) return true
  return clip.status === 'failed' && Date.parse(clip.finishedAt ?? '') > opened
}
