import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'
import { takeProject } from './projects'

export type Export = Schema['ExportView']
export type ExportKind = Schema['ExportKind']
export type MakeExport = Schema['MakeExport']

/** The files made of one video, newest first. */
export function exportsOf(id: string) {
  return queryOptions({
    queryKey: ['exports', 'of', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/projects/{id}/exports', { params: { path: { id } }, signal })),
  })
}

/** The files made of all one's videos, newest first. */
export function allExports() {
  return queryOptions({
    queryKey: ['exports', 'all'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/exports', { signal })),
  })
}

export const isInMaking = ({ state }: Pick<Export, 'state'>) => state === 'waiting' || state === 'making'

export function useMakeExport(id: string) {
  const fresh = useFreshExports()
  return useMutation({
    mutationFn: (body: MakeExport) =>
      unwrap(api.POST('/api/projects/{id}/exports', { params: { path: { id } }, body })),
    onSuccess: fresh,
  })
}

export function useExportAct() {
  const fresh = useFreshExports()
  return useMutation({
    mutationFn: ({ exportId, act }: { exportId: string; act: 'cancel' | 'retry' | 'delete' }) => {
      const params = { path: { exportId } }
      if (act === 'delete') return unwrap<unknown>(api.DELETE('/api/exports/{exportId}', { params }))
      return unwrap<unknown>(
        act === 'cancel'
          ? api.POST('/api/exports/{exportId}/cancel', { params })
          : api.POST('/api/exports/{exportId}/retry', { params }),
      )
    },
    onSuccess: fresh,
  })
}

/** Opens an archive that has arrived as a new video. */
export function useImportProject() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (uploadId: string) => unwrap(api.POST('/api/projects/import', { body: { uploadId } })),
    onSuccess: (project) => takeProject(queries, project),
  })
}

function useFreshExports() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['exports'] })
}
