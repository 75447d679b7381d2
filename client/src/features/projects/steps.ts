import type { Project, ProjectStep } from '@/api/projects'
import { clock } from '@/lib/time'

export const steps: readonly { step: ProjectStep; word: string }[] = [
  { step: 'song', word: 'Song' },
  { step: 'concept', word: 'Concept' },
  { step: 'storyboard', word: 'Storyboard' },
  { step: 'takes', word: 'Takes' },
  { step: 'cut', word: 'Cut' },
  { step: 'export', word: 'Export' },
]

export const stepWord = (step: ProjectStep) => steps.find((one) => one.step === step)?.word ?? 'Song'

export const isStep = (text: string): text is ProjectStep => steps.some((one) => one.step === text)

export type StepState = 'done' | 'now' | 'ahead'

/** Where a step stands: behind the project, where it is, or before it. */
export function stateOfStep({ standing }: Pick<Project, 'standing'>, step: ProjectStep): StepState {
  const at = (one: ProjectStep) => steps.findIndex((candidate) => candidate.step === one)
  if (at(step) < at(standing.step)) return 'done'
  if (at(step) > at(standing.step)) return 'ahead'
  return standing.needs ? 'now' : 'done'
}

/** A few words under a step: what it still needs, or what is in it. */
export function stepNote(project: Pick<Project, 'standing' | 'track'>, step: ProjectStep): string {
  const { standing, track } = project
  if (stateOfStep(project, step) === 'now') return standing.needs ?? ''
  switch (step) {
    case 'song':
      return clock(track.seconds)
    case 'concept':
      return standing.shots > 0 ? 'Planned' : ''
    case 'storyboard':
      return standing.shots > 0 ? `${standing.approved} of ${standing.shots} approved` : ''
    case 'takes':
      return standing.takes > 0 ? counted(standing.takes, 'take') : ''
    default:
      return standing.films > 0 ? counted(standing.films, 'film') : ''
  }
}

function counted(count: number, what: string) {
  return `${count} ${what}${count === 1 ? '' : 's'}`
}
