import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Clip } from '@/api/clips'
import { settingsWords } from '@/lib/settings-words'
import { ago, moment } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import type { Batch } from './batches'
import { OrderRow } from './order-row'

/** What one press ordered. Variations are told once, for all their rows; the shots of a video each have words of their own. */
export function BatchCard({ batch }: { batch: Batch }) {
  const [first] = batch.clips
  if (!first) return null
  const { project } = first
  const one = batch.clips.every((clip) => toldOf(clip) === toldOf(first))
  // The list has the newest first; the shots of a video are told as they follow each other in it.
  const clips = one ? batch.clips : [...batch.clips].reverse()
  const numberAt = (position: number) => (one ? clips.length - position : position + 1)
  const video = project && <Link href={`/projects/${project.id}/takes`}>{project.title}</Link>
  return (
    <li className="overflow-hidden rounded-lg border border-edge bg-raised [contain-intrinsic-size:auto_9rem] [content-visibility:auto]">
      <div className="px-4 pt-3 pb-2 sm:px-5 [&_a]:underline [&_a]:decoration-edge-strong [&_a]:underline-offset-2 [&_a]:hover:decoration-current">
        {one ? (
          <>
            <p className="line-clamp-2 max-w-[80ch] text-base">{first.settings.prompt}</p>
            <Facts of={first}>
              {first.modelName} · {settingsWords(first.settings)}
              {video && <> · for {video}</>}
            </Facts>
          </>
        ) : (
          <>
            <p className="truncate text-base">{video ?? 'Several clips'}</p>
            <Facts of={first}>{clips.length} shots</Facts>
          </>
        )}
      </div>
      <ul className="divide-y divide-edge border-t border-edge" aria-label="Clips of this order">
        {clips.map((clip, position) => (
          <OrderRow
            key={clip.id}
            clip={clip}
            name={clips.length > 1 ? `Clip ${numberAt(position)}` : 'Clip'}
            tells={!one}
          />
        ))}
      </ul>
    </li>
  )
}

function toldOf({ settings, modelName }: Clip) {
  return [settings.prompt, modelName, settingsWords(settings)].join('\n')
}

function Facts({ of: { createdAt }, children }: { of: Clip; children: ReactNode }) {
  const now = useNow(30_000)
  return (
    <p className="mt-0.5 text-sm text-ink-faint">
      {children} ·{' '}
      <time dateTime={createdAt} title={moment(createdAt)}>
        {ago(createdAt, now)}
      </time>
    </p>
  )
}
