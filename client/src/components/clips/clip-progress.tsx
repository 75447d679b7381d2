import type { Clip } from '@/api/clips'
import { Progress } from '@/components/ui/progress'
import { SpokenProgress } from '@/components/ui/spoken-progress'
import { leftWords, standing, standingWords } from '@/lib/progress'
import { useNow } from '@/lib/use-now'

/** How far a running clip has come, counted on from Venice's last word every second. */
export function ClipProgress({ clip }: { clip: Clip }) {
  const now = useNow()
  const { progress, status } = clip
  if (status === 'collecting') return <Bar words="Fetching the file" value={undefined} left={null} over={false} />
  if (!progress)
    return (
      <Bar
        words={status === 'reserved' ? (clip.waiting ?? 'Waiting for its turn') : (clip.waiting ?? 'Sent to Venice')}
        value={undefined}
        left={null}
        over={false}
        quiet={status === 'reserved'}
      />
    )

  const { fraction, left, over } = standing(progress, now)
  return (
    <>
      <Bar words={standingWords(progress, now)} value={fraction ?? undefined} left={leftWords(left)} over={over} />
      <SpokenProgress what={`Clip by ${clip.modelName}`} value={fraction ?? undefined} done={false} />
      {clip.waiting && <p className="text-xs text-ink-faint">{clip.waiting}</p>}
    </>
  )
}

interface BarProps {
  words: string
  value: number | undefined
  left: string | null
  over: boolean
  /** In line: nothing moves yet, so no bar pretends to. */
  quiet?: boolean
}

function Bar({ words, value, left, over, quiet }: BarProps) {
  return (
    <div className="grid gap-1">
      {!quiet && <Progress label="Progress" value={value} tone={over ? 'attention' : 'working'} text={words} />}
      <p className="flex justify-between gap-3 text-xs text-ink-soft">
        <span>{words}</span>
        {left && <span className="whitespace-nowrap text-ink-faint">{left}</span>}
      </p>
    </div>
  )
}
