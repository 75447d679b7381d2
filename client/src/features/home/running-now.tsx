import type { UseQueryResult } from '@tanstack/react-query'
import type { Schema } from '@/api/client'
import type { Clip } from '@/api/clips'
import { madeFor } from '@/components/clips/made-for'
import { Progress } from '@/components/ui/progress'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { StateMark } from '@/components/ui/state-mark'
import { leftWords, standing, standingWords } from '@/lib/progress'
import { useNow } from '@/lib/use-now'
import { SectionHead } from './section-head'

interface RunningNowProps {
  clips: UseQueryResult<Schema['ClipPageView']>
  /** How many run in all, once known. */
  count: number | undefined
}

/** What is being made at this moment; the whole of it is in the queue. */
export function RunningNow({ clips, count }: RunningNowProps) {
  const rows = clips.data?.items ?? []
  if (clips.data && rows.length === 0) return null
  const more = count !== undefined && count > rows.length ? `All ${count} in the queue` : 'Open the queue'
  return (
    <section aria-labelledby="running">
      <SectionHead id="running" title="Running now" href="/queue" more={more} />
      {clips.isError && !clips.data && (
        <ProblemNotice problem={clips.error} onRetry={() => void clips.refetch()} retrying={clips.isFetching} />
      )}
      {rows.length > 0 && (
        <ul className="divide-y divide-edge overflow-hidden rounded-lg border border-edge bg-raised">
          {rows.map((clip) => (
            <RunningRow key={clip.id} clip={clip} />
          ))}
        </ul>
      )}
    </section>
  )
}

function RunningRow({ clip }: { clip: Clip }) {
  const now = useNow()
  const at = clip.progress && standing(clip.progress, now)
  const words = clip.progress
    ? [standingWords(clip.progress, now), at && leftWords(at.left)].filter(Boolean).join(' · ')
    : (clip.waiting ?? 'Waits for its turn')
  return (
    <li className="grid gap-x-6 gap-y-2 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_18rem] sm:items-center">
      <div className="min-w-0">
        <p className="truncate">{clip.settings.prompt}</p>
        <p className="truncate text-sm text-ink-faint">{[madeFor(clip), clip.modelName].filter(Boolean).join(' · ')}</p>
      </div>
      <div className="grid gap-1.5">
        {at ? (
          <Progress
            label={`Progress of ${clip.settings.prompt.slice(0, 60)}`}
            value={at.fraction ?? undefined}
            tone={at.over ? 'attention' : 'working'}
            text={words}
          />
        ) : (
          <StateMark tone={clip.progress ? 'working' : 'waiting'}>
            {clip.status === 'collecting' ? 'Collecting' : 'Waiting'}
          </StateMark>
        )}
        <p className="text-sm text-ink-soft">{words}</p>
      </div>
    </li>
  )
}
