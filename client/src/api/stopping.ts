import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from './client'

/** Orders that are taken out of line together: those of one press, or a project's clips or stills. */
export type Together = { batch: string } | { takesOf: string } | { stillsOf: string }

/** Ends what was not sent to Venice yet. Nothing is paid for it; what Venice has already comes as it would. */
export function useStop(together: Together) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(stop(together)),
    onSettled: () =>
      Promise.all(
        ['clips', 'takes', 'stills', 'projects', 'spend'].map((name) =>
          queries.invalidateQueries({ queryKey: [name] }),
        ),
      ),
  })
}

function stop(together: Together) {
  const at = (id: string) => ({ params: { path: { id } } })
  if ('batch' in together) return api.POST('/api/clips/batches/{id}/stop', at(together.batch))
  if ('takesOf' in together) return api.POST('/api/projects/{id}/takes/stop', at(together.takesOf))
  return api.POST('/api/projects/{id}/stills/stop', at(together.stillsOf))
}
