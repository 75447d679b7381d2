import { settingsWords } from '@/lib/settings-words'
import { ago, moment } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { Batch } from './batches'
import { OrderRow } from './order-row'

/** One press of "Generate": what was asked for, once, and a row for each clip of it. */
export function BatchCard({ batch }: { batch: Batch }) {
  const now = useNow(30_000)
  const [first] = batch.clips
  if (!first) return null
  const { settings, modelName, createdAt } = first
  return (
    <li className="overflow-hidden rounded-lg border border-edge bg-raised [contain-intrinsic-size:auto_9rem] [content-visibility:auto]">
      <div className="px-4 pt-3 pb-2 sm:px-5">
        <p className="line-clamp-2 max-w-[80ch] text-base">{settings.prompt}</p>
        <p className="mt-0.5 text-sm text-ink-faint">
          {modelName} · {settingsWords(settings)} ·{' '}
          <time dateTime={createdAt} title={moment(createdAt)}>
            {ago(createdAt, now)}
          </time>
        </p>
      </div>
      <ul className="divide-y divide-edge border-t border-edge" aria-label="Clips of this order">
        {batch.clips.map((clip, position) => (
          <OrderRow
            key={clip.id}
            clip={clip}
            name={batch.clips.length > 1 ? `Clip ${batch.clips.length - position}` : 'Clip'}
          />
        ))}
      </ul>
    </li>
  )
}
