import type { Clip } from '@/api/clips'

/** Where a clip lies in the video that it was made for, with its shot open; undefined for a clip of none. */
export function takesPath({ project, shot }: Pick<Clip, 'project' | 'shot'>): string | undefined {
  return project ? `/projects/${project.id}/takes${shot ? `?shot=${shot}` : ''}` : undefined
}
