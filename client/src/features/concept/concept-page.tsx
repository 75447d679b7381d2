import { memo } from 'react'
import type { Project } from '@/api/projects'
import { BriefSection } from './brief-section'
import { CastSection } from './cast-section'
import { LookSection } from './look-section'
import { PlanSection } from './plan-section'
import { QuestionsSection } from './questions-section'
import { useSaves, type Concept } from './use-saves'
import { WriteAnew, WriteBar } from './write-bar'

interface SectionProps {
  concept: Concept
}

/** A key typed in one section draws no other: each looks only at the parts that it shows. */
const whenSame =
  (...parts: readonly (keyof Concept)[]) =>
  (before: SectionProps, now: SectionProps) =>
    parts.every((part) => before.concept[part] === now.concept[part])

const Brief = memo(BriefSection, whenSame('brief', 'project'))
const Questions = memo(QuestionsSection, whenSame('brief', 'project'))
const Look = memo(LookSection, whenSame('look', 'project'))
const Cast = memo(CastSection, whenSame('cast', 'plan', 'project'))
const Plan = memo(PlanSection, whenSame('plan', 'project'))

/** What the film should be. Everything is saved as it is typed, and can be taken up on another device. */
export function ConceptPage({ project }: { project: Project }) {
  return <ConceptDesk key={project.id} project={project} />
}

function ConceptDesk({ project }: { project: Project }) {
  const concept = useSaves(project)
  return (
    <>
      <div className="mx-auto grid max-w-5xl gap-9">
        <Brief concept={concept} />
        <Questions concept={concept} />
        <Look concept={concept} />
        <Cast concept={concept} />
        <Plan concept={concept} />
        <WriteAnew concept={concept} />
      </div>
      <WriteBar concept={concept} />
    </>
  )
}
