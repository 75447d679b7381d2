import type { Track } from '@/api/track-types'
import { useTrackAct } from '@/api/tracks'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Progress } from '@/components/ui/progress'
import { SpokenProgress } from '@/components/ui/spoken-progress'
import { cx } from '@/lib/cx'
import { hearingWords } from './facts'

const stages = ['decoding', 'rhythm', 'form'] as const
const words = { decoding: 'Sound', rhythm: 'Beat', form: 'Sections' }

/** A song that is not heard yet: how far it is, or why it stopped and what to do. */
export function ListeningCard({ track }: { track: Track }) {
  const act = useTrackAct(track.id)
  const again = (
    <Button size="sm" busy={act.isPending} onClick={() => act.mutate('listen')}>
      Listen again
    </Button>
  )
  const problem = act.isError && <ProblemNotice problem={act.error} className="mt-3" />
  if (track.state === 'failed') {
    return (
      <>
        <Notice role="alert" tone="refused" title="This song could not be heard" actions={again}>
          {track.failure?.sentence ?? 'The studio could not read it to its end. Listen again, or add the song anew.'}
        </Notice>
        {problem}
      </>
    )
  }
  if (track.state === 'cancelled') {
    return (
      <>
        <Notice title="Listening was stopped" actions={again}>
          Nothing was kept of it. It plays all the same; for beats and sections let the studio listen again.
        </Notice>
        {problem}
      </>
    )
  }
  const at = stages.indexOf(track.stage ?? 'decoding')
  return (
    <section aria-label="Listening" className="grid gap-3 rounded-lg border border-edge bg-raised px-4 py-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="font-medium">{hearingWords(track)}</p>
        <Button size="sm" busy={act.isPending} onClick={() => act.mutate('cancel')}>
          Stop listening
        </Button>
      </div>
      <Progress
        label="Listening"
        value={track.state === 'waiting' ? undefined : track.share}
        text={`${hearingWords(track)}, ${Math.round(track.share * 100)} percent`}
      />
      <SpokenProgress what="Listening" value={track.share} done={false} />
      <ol className="flex gap-5 text-sm" aria-hidden>
        {stages.map((stage, index) => (
          <li
            key={stage}
            className={cx(
              index < at ? 'text-done' : index === at && track.state === 'listening' ? 'text-ink' : 'text-ink-faint',
            )}
          >
            {words[stage]}
          </li>
        ))}
      </ol>
      {problem}
    </section>
  )
}
