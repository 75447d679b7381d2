import { Download } from 'lucide-react'
import { Link } from 'wouter'
import type { Film } from '@/api/films'
import { downloadUrl } from '@/api/library'
import type { Project } from '@/api/projects'
import { shapeOf } from '@/components/film/frame-shape'
import { buttonClass } from '@/components/ui/button'
import { StateMark } from '@/components/ui/state-mark'
import { formatBytes } from '@/lib/bytes'
import { clock, moment } from '@/lib/time'
import { cx } from '@/lib/cx'

interface FilmCardProps {
  project: Project
  film: Film
  /** A newer one is on its way. */
  renewed: boolean
}

/** The film that the files are made from. */
export function FilmCard({ project, film, renewed }: FilmCardProps) {
  const { media, scorecard } = film
  const tall = project.brief.platform === 'tall'
  return (
    <section
      aria-label={`Film ${film.number}`}
      className="grid grid-cols-1 items-center gap-4 rounded-lg border border-edge bg-raised p-3 sm:grid-cols-[auto_minmax(0,1fr)] sm:gap-6"
    >
      <video
        src={media?.url}
        poster={media?.posterUrl ?? undefined}
        controls
        playsInline
        preload="none"
        aria-label={`Film ${film.number}`}
        className={cx('rounded-md bg-black', tall ? 'mx-auto h-72' : 'w-full sm:w-96')}
        style={{ aspectRatio: shapeOf(project.brief.platform) }}
      />
      <div className="grid gap-1.5">
        <h2 className="display text-xl">Film {film.number}</h2>
        <p className="text-sm text-ink-soft">
          {[
            media?.seconds != null && clock(media.seconds),
            media?.width && media.height && `${media.width} × ${media.height}`,
            media && formatBytes(media.bytes),
            film.finishedAt && moment(film.finishedAt),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {scorecard && (
          <StateMark tone={scorecard.isWhole && scorecard.flashes.length === 0 ? 'done' : 'attention'}>
            {scorecard.sentence}
          </StateMark>
        )}
        {!film.isCurrent && !renewed && (
          <p className="text-sm text-attention">
            The cut was changed since.{' '}
            <Link href={`/projects/${project.id}/cut`} className="underline underline-offset-2">
              Compose it anew
            </Link>
          </p>
        )}
        {media && (
          <a
            href={downloadUrl(media.url)}
            download
            className={cx(buttonClass(film.isCurrent ? 'lamp' : 'plain'), 'mt-2 sm:justify-self-start')}
          >
            <Download aria-hidden className="size-4" />
            Download the film
          </a>
        )}
      </div>
    </section>
  )
}
