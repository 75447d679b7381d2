import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { exportsOf } from '@/api/exports'
import { filmsOf, isBeingMade, type Film } from '@/api/films'
import { lyricsOf } from '@/api/lyrics'
import type { Project } from '@/api/projects'
import { FilmMaking, shareOf } from '@/components/film/film-making'
import { buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { SpokenProgress } from '@/components/ui/spoken-progress'
import { ExportList } from './export-list'
import { FilmCard } from './film-card'
import { KindCard } from './kind-card'
import { differs, groups } from './kinds'

/** The finished film in the shapes that people post, and what was made of it so far. */
export function ExportPage({ project }: { project: Project }) {
  const films = useQuery(filmsOf(project.id))
  const made = useQuery(exportsOf(project.id))
  const lyrics = useQuery(lyricsOf(project.track.id))
  if (films.isPending || made.isPending) return <ExportSkeleton />
  const failed = [films, made].find((query) => query.isError && query.data === undefined)
  if (failed) {
    return <ProblemNotice problem={failed.error} onRetry={() => void failed.refetch()} retrying={failed.isFetching} />
  }
  const film = films.data?.find((one) => one.state === 'done' && one.media != null) ?? null
  const making = films.data?.find(isBeingMade)
  const hasWords = lyrics.data?.lines.some((line) => line.start != null) ?? false
  const exports = made.data ?? []
  return (
    <div className="grid grid-cols-1 gap-10">
      {making && <OnItsWay project={project} film={making} />}
      {film && <FilmCard project={project} film={film} renewed={making !== undefined} />}
      {!film && !making && <NoFilm project={project} />}
      {groups.map((group) => (
        <section key={group.name} aria-label={group.name} className="grid grid-cols-1 gap-3">
          <h2 className="text-lg font-semibold">{group.name}</h2>
          <ul className="grid grid-cols-1 gap-2.5 sm:grid-cols-2 lg:grid-cols-3 xl:grid-cols-4">
            {group.kinds
              .filter(({ kind }) => differs(kind, film))
              .map((words) => (
                <KindCard
                  key={words.kind}
                  project={project.id}
                  words={words}
                  film={film}
                  last={exports.find((one) => one.kind === words.kind) ?? null}
                  lacks={
                    words.needs === 'film' && !film ? 'film' : words.needs === 'words' && !hasWords ? 'words' : null
                  }
                />
              ))}
          </ul>
        </section>
      ))}
      <section aria-label="Files of this video" className="grid grid-cols-1 gap-3">
        <div className="flex items-baseline justify-between gap-4">
          <h2 className="text-lg font-semibold">Made so far</h2>
          <Link
            href="/exports"
            className="touchable inline-flex items-center rounded-sm text-sm text-lamp-ink underline-offset-4 hover:underline"
          >
            Files of all videos
          </Link>
        </div>
        {exports.length === 0 ? (
          <p className="text-sm text-ink-soft">Nothing yet. What you make stays here until you delete it.</p>
        ) : (
          <ExportList exports={exports} />
        )}
      </section>
    </div>
  )
}

function OnItsWay({ project, film }: { project: Project; film: Film }) {
  return (
    <section
      aria-label="The film on its way"
      className="grid items-center gap-x-6 gap-y-3 rounded-lg border border-edge bg-raised p-4 sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <FilmMaking film={film} />
      <Link href={`/projects/${project.id}/cut`} className={buttonClass('plain', 'sm')}>
        Open the cut
      </Link>
      <SpokenProgress what={`Film ${film.number}`} value={shareOf(film)} done={false} />
    </section>
  )
}

function NoFilm({ project }: { project: Project }) {
  return (
    <Notice
      tone="info"
      title="No film yet"
      actions={
        <Link href={`/projects/${project.id}/cut`} className={buttonClass('lamp', 'sm')}>
          Go to the cut
        </Link>
      }
    >
      Compose the film, and it can be saved from here in every shape. The words, the archive and the receipt need no
      film.
    </Notice>
  )
}

const places = Array.from({ length: 6 }, (_, index) => index)

function ExportSkeleton() {
  return (
    <Loading label="Loading the export" className="grid gap-6">
      <Skeleton className="h-44 rounded-lg" />
      <div className="grid gap-2.5 sm:grid-cols-2 xl:grid-cols-3">
        {places.map((place) => (
          <Skeleton key={place} className="h-36 rounded-lg" />
        ))}
      </div>
    </Loading>
  )
}
