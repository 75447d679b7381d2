import type { Clip } from '@/api/clips'

/** "Acqua alta, shot 12"; undefined for a clip of no video. */
export function madeFor({ project, shot }: Pick<Clip, 'project' | 'shot'>): string | undefined {
  return project ? [project.title, shot && `shot ${shot}`].filter(Boolean).join(', ') : undefined
}

/** Where a clip lies in the video that it was made for, with its shot open; undefined for a clip of none. */
export function takesPath({ project, shot }: Pick<Clip, 'project' | 'shot'>): string | undefined {
  return project ? `/projects/${project.id}/takes${shot ? `?shot=${shot}` : ''}` : undefined
}
