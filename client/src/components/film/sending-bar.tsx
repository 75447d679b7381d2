import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Progress } from '@/components/ui/progress'
import type { FileSender } from './file-sender'

const words = {
  sending: 'On its way',
  paused: 'The studio does not answer. It goes on by itself.',
  reading: 'It has arrived. The studio looks at it from beginning to end.',
  failed: '',
}

/** How far a file has come, or why it was not taken. */
export function SendingBar<Made>({ sender }: { sender: FileSender<Made> }) {
  const { now, giveUp } = sender
  if (!now) return null
  if (now.state === 'failed') return <ProblemNotice problem={now.problem} />
  const percent = Math.round(now.share * 100)
  return (
    <div role="group" aria-label={`Upload of ${now.name}`} className="grid gap-1.5">
      <p className="flex items-baseline justify-between gap-3 text-sm">
        <span className="truncate">{now.name}</span>
        <span className="text-ink-faint">{now.state === 'sending' && `${percent} %`}</span>
      </p>
      <Progress
        label={`Upload of ${now.name}`}
        value={now.state === 'reading' ? undefined : now.share}
        tone={now.state === 'paused' ? 'attention' : 'working'}
      />
      <p className="flex items-center justify-between gap-2 text-xs text-ink-soft">
        {words[now.state]}
        <Button size="sm" look="quiet" onClick={giveUp}>
          Give up
        </Button>
      </p>
    </div>
  )
}
