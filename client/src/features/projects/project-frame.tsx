import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { projectOf, useChangeProject, type Project, type ProjectStep } from '@/api/projects'
import { EditableText } from '@/components/ui/editable-text'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { toast } from '@/components/ui/toast'
import { Cover } from '@/components/song/cover'
import { useTitle } from '@/lib/use-title'
import { ProjectMenu } from './project-menu'
import { ProjectPurse } from './project-purse'
import { StepBar } from './step-bar'
import { stepWord } from './steps'

interface ProjectFrameProps {
  id: string
  step: ProjectStep
  /** The step itself. */
  children: (project: Project) => ReactNode
}

/** What stands around every step of a video: its name, its money and the way through it. */
export function ProjectFrame({ id, step, children }: ProjectFrameProps) {
  const project = useQuery(projectOf(id))
  useTitle(project.data ? `${stepWord(step)}, ${project.data.title}` : stepWord(step))
  if (project.isPending) return <FrameSkeleton />
  if (project.isError && !project.data) {
    return (
      <>
        <BackToVideos />
        <ProblemNotice problem={project.error} onRetry={() => void project.refetch()} retrying={project.isFetching} />
      </>
    )
  }
  return (
    <>
      <ProjectHeader project={project.data} />
      <StepBar project={project.data} here={step} />
      <div className="pt-6 sm:pt-8">{children(project.data)}</div>
    </>
  )
}

function ProjectHeader({ project }: { project: Project }) {
  const change = useChangeProject(project.id)
  const rename = (title: string) =>
    change.mutate({ title }, { onError: (problem) => toast(problem.message, { tone: 'refused' }) })
  const { track } = project
  return (
    <header className="mb-3 grid grid-cols-[minmax(0,1fr)_auto] items-end gap-x-4 gap-y-1 sm:mb-5">
      <div className="grid min-w-0 gap-0.5">
        <BackToVideos />
        <h1 className="display min-w-0 text-xl sm:text-3xl">
          <EditableText label="Title" value={project.title} onSave={rename} className="py-0.5" />
        </h1>
        <p className="flex min-w-0 items-center gap-2 text-sm text-ink-soft">
          <Cover track={track} className="size-6 rounded-sm" />
          <Link
            href={`/songs/${track.id}`}
            className="min-w-0 truncate rounded-sm underline-offset-4 hover:text-ink hover:underline"
          >
            {[track.title, track.artist].filter(Boolean).join(' · ')}
          </Link>
        </p>
      </div>
      <div className="flex items-center gap-2 sm:gap-4">
        <ProjectPurse project={project} />
        <ProjectMenu project={project} />
      </div>
    </header>
  )
}

function BackToVideos() {
  return (
    <Link
      href="/projects"
      className="relative inline-flex items-center justify-self-start text-sm text-ink-faint underline-offset-4 after:absolute after:-inset-x-3 after:-inset-y-2.5 hover:text-ink hover:underline"
    >
      Videos
    </Link>
  )
}

function FrameSkeleton() {
  return (
    <Loading label="Loading the video">
      <div className="mb-5 grid gap-2">
        <Skeleton className="h-5 w-16" />
        <Skeleton className="h-10 w-72 max-w-full" />
        <Skeleton className="h-6 w-44" />
      </div>
      <Skeleton className="mb-8 h-14" />
      <Skeleton className="h-96" />
    </Loading>
  )
}
