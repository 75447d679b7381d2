import type { Project } from '@/api/projects'
import { BriefSection } from './brief-section'
import { CastSection } from './cast-section'
import { LookSection } from './look-section'
import { PlanSection } from './plan-section'
import { QuestionsSection } from './questions-section'
import { useSaves } from './use-saves'
import { WriteAnew, WriteBar } from './write-bar'

/** What the film should be. Everything is saved as it is typed, and can be taken up on another device. */
export function ConceptPage({ project }: { project: Project }) {
  return <ConceptDesk key={project.id} project={project} />
}

function ConceptDesk({ project }: { project: Project }) {
  const concept = useSaves(project)
  return (
    <>
      <div className="mx-auto grid max-w-5xl gap-9">
        <BriefSection concept={concept} />
        <QuestionsSection concept={concept} />
        <LookSection concept={concept} />
        <CastSection concept={concept} />
        <PlanSection concept={concept} />
        <WriteAnew concept={concept} />
      </div>
      <WriteBar concept={concept} />
    </>
  )
}
