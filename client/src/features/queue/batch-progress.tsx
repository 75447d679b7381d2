import type { ClipBatch } from '@/api/clips'
import { StopButton } from '@/components/orders/stop-button'
import { useTimeLeft } from '@/components/orders/use-time-left'
import { Money } from '@/components/ui/money'
import { Progress } from '@/components/ui/progress'
import { SpokenProgress } from '@/components/ui/spoken-progress'

/** How far a large order is, and what it has cost so far. */
export function BatchProgress({ batch: { id, tally, quoted, paid, project } }: { batch: ClipBatch }) {
  const { clips, done, working, inLine, attention, failed, cancelled } = tally
  const counted: readonly (readonly [number, string, string?])[] = [
    [done, 'done'],
    [working, 'working', 'text-working'],
    [inLine, 'in line'],
    [attention, attention === 1 ? 'needs you' : 'need you', 'text-attention'],
    [failed, 'failed', 'text-refused'],
    [cancelled, 'cancelled'],
  ]
  const there = counted.filter(([count]) => count > 0)
  const over = working + inLine + attention === 0
  const left = useTimeLeft({ batch: id }, working + inLine > 0)
  return (
    <div className="mt-2 grid gap-1.5 pb-1">
      <Progress
        label="Clips that are done"
        value={done / clips}
        tone={done === clips ? 'done' : over ? 'attention' : 'working'}
        text={`${done} of ${clips} done`}
      />
      <div className="flex flex-wrap justify-between gap-x-6 gap-y-1 text-sm">
        <ul className="flex flex-wrap gap-x-3 text-ink-soft">
          {there.map(([count, word, colour]) => (
            <li key={word} className={colour}>
              {count} {word}
            </li>
          ))}
          {left && <li>{left}</li>}
        </ul>
        <p className="whitespace-nowrap">
          <Money amount={quoted} /> <span className="text-ink-faint">quoted</span> · <Money amount={paid} />{' '}
          <span className="text-ink-faint">paid</span>
        </p>
      </div>
      <StopButton
        count={inLine}
        noun={project ? 'shot' : 'clip'}
        together={{ batch: id }}
        className="justify-self-end"
      />
      <SpokenProgress what={project?.title ?? 'Order'} value={done / clips} done={done === clips} />
    </div>
  )
}
