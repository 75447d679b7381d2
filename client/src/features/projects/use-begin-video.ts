import { useLocation } from 'wouter'
import { useCreateProject } from '@/api/projects'

/** Makes a project of a song and goes to its concept. A second press while the first is under way does nothing. */
export function useBeginVideo() {
  const create = useCreateProject()
  const [, go] = useLocation()
  const begin = (trackId: string) => {
    if (create.isPending) return
    create.mutate({ trackId }, { onSuccess: (project) => go(`/projects/${project.id}/concept`) })
  }
  return {
    begin,
    beginning: create.isPending ? create.variables.trackId : null,
    problem: create.error,
  }
}
