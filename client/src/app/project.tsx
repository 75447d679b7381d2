import { lazy, Suspense } from 'react'
import { Redirect } from 'wouter'
import { useQuery } from '@tanstack/react-query'
import { projectOf, type Project as ProjectView, type ProjectStep } from '@/api/projects'
import { ProjectFrame } from '@/features/projects/project-frame'
import { StepAhead } from '@/features/projects/step-ahead'
import { isStep } from '@/features/projects/steps'
import { NotFound } from './not-found'
import { PageSkeleton } from './page-skeleton'

// Each step in a file of its own: who looks at the board needs no concept.
const SongStep = lazy(() => import('@/features/songs/song-page').then((file) => ({ default: file.SongPage })))
const ConceptStep = lazy(() =>
  import('@/features/concept/concept-page').then((file) => ({ default: file.ConceptPage })),
)
const StoryboardStep = lazy(() =>
  import('@/features/storyboard/storyboard-page').then((file) => ({ default: file.StoryboardPage })),
)

/** A video in the making: its frame, and in it the step that the address names. */
export function Project({ id, step }: { id: string; step: string | undefined }) {
  if (step === undefined) return <ToItsStep id={id} />
  if (!isStep(step)) return <NotFound />
  return (
    <ProjectFrame id={id} step={step}>
      {(project) => (
        <Suspense fallback={<PageSkeleton />}>
          <Step project={project} step={step} />
        </Suspense>
      )}
    </ProjectFrame>
  )
}

function Step({ project, step }: { project: ProjectView; step: ProjectStep }) {
  switch (step) {
    case 'song':
      return <SongStep id={project.track.id} framed />
    case 'concept':
      return <ConceptStep project={project} />
    case 'storyboard':
      return <StoryboardStep project={project} />
    default:
      return <StepAhead project={project} step={step} />
  }
}

/** The address without a step leads to the one that still needs something. */
function ToItsStep({ id }: { id: string }) {
  const project = useQuery(projectOf(id))
  if (project.isPending) return <PageSkeleton />
  return <Redirect replace to={`/projects/${id}/${project.data?.standing.step ?? 'concept'}`} />
}
