import { Redirect } from 'wouter'
import { useQuery } from '@tanstack/react-query'
import { projectOf, type Project as ProjectView, type ProjectStep } from '@/api/projects'
import { ProjectFrame } from '@/features/projects/project-frame'
import { isStep } from '@/features/projects/steps'
import { lazyPart } from '@/lib/lazy-part'
import { NotFound } from './not-found'
import { PageSkeleton } from './page-skeleton'

// Each step in a file of its own: who looks at the board needs no concept.
const SongStep = lazyPart(() => import('@/features/songs/song-page').then((file) => file.SongPage), PageSkeleton)
const ConceptStep = lazyPart(
  () => import('@/features/concept/concept-page').then((file) => file.ConceptPage),
  PageSkeleton,
)
const StoryboardStep = lazyPart(
  () => import('@/features/storyboard/storyboard-page').then((file) => file.StoryboardPage),
  PageSkeleton,
)
const TakesStep = lazyPart(() => import('@/features/takes/takes-page').then((file) => file.TakesPage), PageSkeleton)
const CutStep = lazyPart(() => import('@/features/cut/cut-page').then((file) => file.CutPage), PageSkeleton)
const ExportStep = lazyPart(
  () => import('@/features/exports/export-page').then((file) => file.ExportPage),
  PageSkeleton,
)

/** A video in the making: its frame, and in it the step that the address names. */
export function Project({ id, step }: { id: string; step: string | undefined }) {
  if (step === undefined) return <ToItsStep id={id} />
  if (!isStep(step)) return <NotFound />
  return (
    <ProjectFrame id={id} step={step}>
      {(project) => <Step project={project} step={step} />}
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
    case 'takes':
      return <TakesStep project={project} />
    case 'cut':
      return <CutStep project={project} />
    case 'export':
      return <ExportStep project={project} />
  }
}

/** The address without a step leads to the one that still needs something. */
function ToItsStep({ id }: { id: string }) {
  const project = useQuery(projectOf(id))
  if (project.isPending) return <PageSkeleton />
  return <Redirect replace to={`/projects/${id}/${project.data?.standing.step ?? 'concept'}`} />
}
