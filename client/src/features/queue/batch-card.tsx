import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Clip, ClipBatch, ClipFilter } from '@/api/clips'
import { settingsWords } from '@/lib/settings-words'
import { ago, moment } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { BatchProgress } from './batch-progress'
import { ClipRows } from './clip-rows'
import { ShotNumber } from './shot-number'
import { MoreClips } from './more-clips'

/**
 * What one press ordered. Variations are told once, for all their rows; the shots of a video each have words of their own. A
 * whole film is told by its numbers and by what went wrong, so that it does not bury the orders under it.
 */
export function BatchCard({ batch, filter }: { batch: ClipBatch; filter: ClipFilter }) {
  const { clips, project, tally } = batch
  const many = batch.matching > clips.length
  const [first] = clips
  const shared = first && !many && clips.every((clip) => toldOf(clip) === toldOf(first)) ? first : undefined
  const video = project && <Link href={`/projects/${project.id}/takes`}>{project.title}</Link>
  const noun = project ? 'shots' : 'clips'
  return (
    <li className="overflow-hidden rounded-lg border border-edge bg-raised [contain-intrinsic-size:auto_9rem] [content-visibility:auto]">
      <div className="px-4 pt-3 pb-2 sm:px-5 [&_a]:underline [&_a]:decoration-edge-strong [&_a]:underline-offset-2 [&_a]:hover:decoration-current">
        {shared ? (
          <>
            <p className="line-clamp-2 max-w-[80ch] text-base">
              <ShotNumber clip={shared} />
              {shared.settings.prompt}
            </p>
            <Facts createdAt={batch.createdAt}>
              {shared.modelName} · {settingsWords(shared.settings)}
              {video && <> · for {video}</>}
            </Facts>
          </>
        ) : (
          <>
            <p className="truncate text-base">{video ?? 'Several clips'}</p>
            <Facts createdAt={batch.createdAt}>
              {tally.clips} {noun}
            </Facts>
          </>
        )}
        {many && <BatchProgress batch={batch} />}
      </div>
      {many ? (
        <MoreClips batch={batch} filter={filter} noun={noun} />
      ) : (
        <ClipRows clips={clips} of={tally.clips} tells={!shared} />
      )}
    </li>
  )
}

function toldOf({ settings, modelName, shot }: Clip) {
  return [shot, settings.prompt, modelName, settingsWords(settings)].join('\n')
}

function Facts({ createdAt, children }: { createdAt: string; children: ReactNode }) {
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
