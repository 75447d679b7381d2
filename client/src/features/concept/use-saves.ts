import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Project, ProjectParts } from '@/api/projects'
import { ProjectSaves, type Part, type SaveState } from './project-saves'

export interface Concept extends ProjectParts {
  project: Project
  state: SaveState
  /** Changes fields of one part; saved a moment after the last change. */
  change: <Name extends Part>(part: Name, how: (value: ProjectParts[Name]) => ProjectParts[Name]) => void
  /** Saves now. Answers whether all is saved. */
  flush: () => Promise<boolean>
}

/** The project as it is typed here, which is saved by itself. */
export function useSaves(project: Project): Concept {
  const queries = useQueryClient()
  const [saves] = useState(() => new ProjectSaves(queries, project.id))
  const { drafts, state } = useSyncExternalStore(saves.subscribe, saves.snapshot)

  useEffect(() => {
    const whenHidden = () => document.visibilityState === 'hidden' && void saves.flush()
    document.addEventListener('visibilitychange', whenHidden)
    return () => {
      document.removeEventListener('visibilitychange', whenHidden)
      void saves.flush()
    }
  }, [saves])

  const [acts] = useState(() => ({
    change: <Name extends Part>(part: Name, how: (value: ProjectParts[Name]) => ProjectParts[Name]) => {
      const now = saves.value(part)
      if (now !== undefined) saves.change(part, how(now))
    },
    flush: () => saves.flush(),
  }))

  return {
    project,
    state,
    brief: drafts.brief ?? project.brief,
    look: drafts.look ?? project.look,
    cast: drafts.cast ?? project.cast,
    plan: drafts.plan ?? project.plan,
    ...acts,
  }
}
