import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useComposeFilm, useFilmAct, type CutSpan, type Film } from '@/api/films'
import { takesOf } from '@/api/takes'
import { isOver, needsPerson } from '@/components/clips/clip-state'
import { FilmMaking, shareOf } from '@/components/film/film-making'
import { ActBar } from '@/components/ui/act-bar'
import { Button, buttonClass } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { SpokenProgress } from '@/components/ui/spoken-progress'
import { grouped } from '@/lib/grouped'
import { clock } from '@/lib/time'
import type { Cutting } from './use-cutting'

/** Where the film stands, and the one act of this page. Composing happens in the studio: leaving the page changes nothing. */
export function ComposeBar({ cutting }: { cutting: Cutting }) {
  const { project, view, duration, film, films, making, state } = cutting
  const compose = useComposeFilm(project.id)
  const last = films[0]
  const failed = last && last.state === 'failed' ? last : null
  const current = film?.isCurrent === true && state === 'kept'
  const coming = useComing(cutting)
  return (
    <ActBar className="mt-8 grid gap-2">
      {failed?.failure && !making && (
        <p role="alert" className="text-sm text-refused">
          Film {failed.number} was not made: {failed.failure.sentence}
          {film && ' The last good film stays.'}
        </p>
      )}
      {compose.error && <ProblemNotice problem={compose.error} />}
      {making ? (
        <Making film={making} project={project.id} />
      ) : (
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <div className="grid min-w-0 grow basis-64 gap-0.5 text-sm">
            <p>
              {view.spans.length === 1 ? '1 shot' : `${view.spans.length} shots`} · {clock(duration)} ·{' '}
              {grouped(view.frames)} frames at {view.frameRate} · {view.width} × {view.height}
            </p>
            <Standing cutting={cutting} current={current} coming={coming} />
          </div>
          <div className="flex flex-wrap gap-2 max-sm:grid max-sm:w-full">
            {!current && (
              <Button
                size="lg"
                look={coming > 0 ? 'plain' : 'lamp'}
                busy={compose.isPending}
                off={view.missing.length > 0 || state !== 'kept'}
                onClick={() => compose.mutate()}
              >
                {film ? 'Compose the film anew' : 'Compose the film'}
              </Button>
            )}
            {film && (
              <Link href={`/projects/${project.id}/export`} className={buttonClass(current ? 'lamp' : 'quiet', 'lg')}>
                To the export
              </Link>
            )}
          </div>
        </div>
      )}
      <SpokenProgress
        what={`Film ${making?.number ?? film?.number ?? ''}`}
        value={making ? shareOf(making) : undefined}
        done={!making && film !== null}
      />
    </ActBar>
  )
}

/** For want of a take, and not because somebody chose it so. */
function movesItsStill({ source, missing }: CutSpan): boolean {
  return source === 'still' && missing != null
}

/** How many shots show their still only until the clip arrives that is being made for them. */
function useComing({ project, view }: Cutting): number {
  const { data: takes } = useQuery(takesOf(project.id))
  const filmed = (takes ?? []).filter(({ clip }) => clip && !isOver(clip.status) && !needsPerson(clip.status))
  const shots = new Set(filmed.map((take) => take.shotId))
  return view.spans.filter((span) => movesItsStill(span) && shots.has(span.shotId)).length
}

interface StandingProps {
  cutting: Cutting
  current: boolean
  coming: number
}

function Standing({ cutting: { view, film, state }, current, coming }: StandingProps) {
  const [first, ...more] = view.missing
  if (first) {
    return (
      <p className="text-attention">
        {first}
        {more.length > 0 && ` And ${more.length} more.`}
      </p>
    )
  }
  if (current) return <p className="text-done">Film {film?.number} shows this cut.</p>
  if (state !== 'kept')
    return <p className="text-ink-soft">{state === 'failed' ? 'The last change is not saved.' : 'Saving …'}</p>
  if (coming > 0) {
    return (
      <p className="text-attention">
        {coming === 1 ? '1 shot is' : `${coming} shots are`} still being filmed. A film composed now moves{' '}
        {coming === 1 ? 'its still' : 'their stills'} instead.
      </p>
    )
  }
  const stills = view.spans.filter(movesItsStill).length
  if (stills > 0) {
    return (
      <p className="text-attention">
        {stills === 1 ? '1 shot moves its still' : `${stills} shots move their stills`}, for want of a take. It can be
        composed all the same.
      </p>
    )
  }
  return (
    <p className="text-ink-soft">
      {film ? 'The cut was changed since the last film.' : 'Everything is there. Composing costs nothing.'}
    </p>
  )
}

function Making({ film, project }: { film: Film; project: string }) {
  const act = useFilmAct(project)
  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
      <div className="grid min-w-0 grow basis-64 gap-1.5">
        <FilmMaking film={film} />
        {act.error && <p className="text-sm text-refused">{act.error.message}</p>}
      </div>
      <Button size="lg" busy={act.isPending} onClick={() => act.mutate({ filmId: film.id, act: 'cancel' })}>
        Cancel composing
      </Button>
    </div>
  )
}
