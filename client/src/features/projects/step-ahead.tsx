import { Link } from 'wouter'
import type { Project, ProjectStep } from '@/api/projects'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { stepWord } from './steps'

const coming: Record<'takes' | 'cut' | 'export', string> = {
  takes: 'Every approved shot is filmed here, at the price you approved, and you pick the take you like.',
  cut: 'The takes are laid on the beat here, and the film is put together with the song.',
  export: 'The finished film is saved from here, in the shapes that you need.',
}

/** A step that the video has not come to: what happens there, and the way to where it is. */
export function StepAhead({ project, step }: { project: Project; step: 'takes' | 'cut' | 'export' }) {
  const { standing } = project
  const next: ProjectStep = standing.step === step ? 'storyboard' : standing.step
  return (
    <EmptyState
      title={`Nothing in ${stepWord(step)} yet`}
      action={
        <Link href={`/projects/${project.id}/${next}`} className={buttonClass('lamp')}>
          Go to {stepWord(next)}
        </Link>
      }
    >
      {coming[step]} {standing.needs && <>Before that: {standing.needs}</>}
    </EmptyState>
  )
}
