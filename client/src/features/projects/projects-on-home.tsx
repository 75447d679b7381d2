import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { latestProjects, projectsOnHome } from '@/api/projects'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { cx } from '@/lib/cx'
import { NewVideo } from './new-video'
import { ProjectPoster } from './project-poster'

/** The videos last worked on, on the front page. Nothing while there is neither a video nor a song to make one of. */
export function NewestProjects() {
  const projects = useQuery(latestProjects(projectsOnHome))
  if (projects.isError && !projects.data) {
    return (
      <ProblemNotice problem={projects.error} onRetry={() => void projects.refetch()} retrying={projects.isFetching} />
    )
  }
  const items = projects.data?.items ?? []
  if (items.length === 0) return null
  // The large one takes its height from those beside it, so it needs all of them.
  const whole = items.length === projectsOnHome
  return (
    <section aria-labelledby="videos">
      <div className="mb-4 flex items-center justify-between gap-4">
        <h2 id="videos" className="text-lg font-semibold">
          Videos
        </h2>
        <span className="flex items-center gap-4">
          <Link
            href="/projects"
            className="touchable inline-flex items-center justify-end rounded-sm text-sm text-lamp-ink underline-offset-4 hover:underline"
          >
            All videos
          </Link>
          <NewVideo size="sm" />
        </span>
      </div>
      <ul
        aria-label="Newest videos"
        className={cx('grid gap-2.5 sm:grid-cols-2', whole ? 'lg:grid-cols-4' : 'lg:grid-cols-3')}
      >
        {items.map((project, index) => (
          <li
            key={project.id}
            className={cx('aspect-[16/11]', whole && 'first:sm:col-span-2 first:lg:row-span-2 first:lg:aspect-auto')}
          >
            <ProjectPoster project={project} large={whole && index === 0} />
          </li>
        ))}
      </ul>
    </section>
  )
}
