import { Play } from 'lucide-react'
import { Link } from 'wouter'
import type { Project } from '@/api/projects'
import { SongShape } from '@/components/song/song-shape'
import { clock } from '@/lib/time'
import { cx } from '@/lib/cx'
import { stateOfStep, steps, stepWord } from './steps'

/** A video in the making, as a poster: a picture of it once there is one, and until then its song. */
export function ProjectPoster({ project, large }: { project: Project; large?: boolean }) {
  const { standing, track } = project
  const picture = project.posterUrl ?? (track.hasCover ? track.coverUrl : null)
  return (
    <Link
      href={`/projects/${project.id}/${standing.step}`}
      className="group grid size-full grid-rows-[1fr_auto] overflow-hidden rounded-lg border border-edge bg-raised transition-colors hover:border-edge-strong"
    >
      <span className="relative block min-h-0 overflow-hidden bg-well">
        {picture ? (
          <img
            src={picture}
            alt=""
            loading={large ? 'eager' : 'lazy'}
            decoding="async"
            className="absolute inset-0 size-full object-cover"
          />
        ) : (
          <SongShape track={track} className={cx('absolute inset-x-4 top-6', large ? 'bottom-28' : 'bottom-22')} />
        )}
        {standing.films > 0 && (
          <span className="absolute top-2 left-2 inline-flex items-center gap-1.5 rounded-sm bg-black/62 px-2 py-1 text-xs font-semibold text-white">
            <Play aria-hidden className="size-3 fill-current" />
            {standing.films === 1 ? '1 film' : `${standing.films} films`}
          </span>
        )}
        <span
          className={cx(
            'display absolute inset-x-0 bottom-0 block px-4 py-3',
            large ? 'text-xl sm:text-2xl' : 'text-lg',
            picture ? 'bg-black/62 text-white' : 'text-ink',
          )}
        >
          <span className="line-clamp-2">{project.title}</span>
          {!picture && (
            <span className="mt-1 block font-sans text-sm font-normal text-ink-faint">
              {[track.artist, clock(track.seconds)].filter(Boolean).join(' · ')}
            </span>
          )}
        </span>
      </span>
      <span className="grid gap-2 px-4 py-3">
        <StepDots project={project} />
        <span className="truncate text-sm">
          <span className="font-medium">{stepWord(standing.step)}</span>
          {standing.needs && <span className="text-ink-soft"> · {standing.needs}</span>}
        </span>
      </span>
    </Link>
  )
}

/** Six strokes, one a step; told in words beside it. */
function StepDots({ project }: { project: Project }) {
  return (
    <span aria-hidden className="flex gap-1">
      {steps.map(({ step }) => {
        const state = stateOfStep(project, step)
        return (
          <span
            key={step}
            className={cx(
              'h-0.5 grow rounded-full',
              state === 'done' ? 'bg-done' : state === 'now' ? 'bg-lamp-ink' : 'bg-edge-strong/50',
            )}
          />
        )
      })}
    </span>
  )
}
