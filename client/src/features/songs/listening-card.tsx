import type { Track } from '@/api/track-types'
import { useTrackAct } from '@/api/tracks'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { SpokenProgress } from '@/components/ui/spoken-progress'
import { cx } from '@/lib/cx'
import { hearingStages, hearingWords, heardShare } from './facts'

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
  const at = hearingStages.indexOf(track.stage ?? 'decoding')
  const now = track.state === 'listening' ? track.share : 0
  const whole = heardShare(track)
  return (
    <section aria-label="Listening" className="grid gap-3 rounded-lg border border-edge bg-raised px-4 py-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <p className="font-medium">{hearingWords(track)}</p>
        <Button size="sm" busy={act.isPending} onClick={() => act.mutate('cancel')}>
          Stop listening
        </Button>
      </div>
      <div
        role="progressbar"
        aria-label="Listening"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={whole === undefined ? undefined : Math.round(whole * 100)}
        aria-valuetext={hearingWords(track)}
        className="grid grid-cols-3 gap-1.5"
      >
        {hearingStages.map((stage, index) => (
          <Stage key={stage} name={words[stage]} share={index < at ? 1 : index === at ? now : 0} />
        ))}
      </div>
      <SpokenProgress what="Listening" value={whole} done={false} />
      {problem}
    </section>
  )
}

function Stage({ name, share }: { name: string; share: number }) {
  const colour = share >= 1 ? 'text-done' : share > 0 ? 'text-ink' : 'text-ink-faint'
  return (
    <span aria-hidden className={cx('grid gap-1.5 text-sm', colour)}>
      <span className="block h-1.5 overflow-hidden rounded-full bg-lifted">
        <span
          className={cx(
            'block h-full origin-left rounded-full transition-transform duration-200',
            share >= 1 ? 'bg-done' : 'bg-working',
          )}
          style={{ transform: `scaleX(${share})` }}
        />
      </span>
      {name}
    </span>
  )
}
