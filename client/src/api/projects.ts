import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'

export type Project = Schema['ProjectView']
export type ProjectStep = Schema['ProjectStep']
export type Brief = Schema['Brief']
export type BriefQuestion = Schema['BriefQuestion']
export type Platform = Schema['Platform']
export type CutPace = Schema['CutPace']
export type Look = Schema['Look']
export type CastMember = Schema['CastMember']
export type CastKind = Schema['CastKind']
export type PlanSettings = Schema['PlanSettings']
export type RepeatAs = Schema['RepeatAs']
export type Plan = Schema['PlanView']
export type Fit = Schema['FitView']
export type FitPlan = Schema['FitPlanView']

/** The parts of a project that are saved as they are typed, all under one version. */
export interface ProjectParts {
  brief: Brief
  look: Look
  cast: CastMember[]
  plan: PlanSettings
}

const at = (id: string) => ({ params: { path: { id } } })

/** How many projects the front page shows. */
export const projectsOnHome = 5

export function latestProjects(limit: number) {
  return queryOptions({
    queryKey: ['projects', 'latest', limit],
    queryFn: ({ signal }) => unwrap(api.GET('/api/projects', { params: { query: { limit } }, signal })),
  })
}

/** All projects, page by page, the last touched first. */
export function projectPages(limit = 24) {
  return infiniteQueryOptions({
    queryKey: ['projects', 'pages', limit],
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/api/projects', { params: { query: { limit, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  })
}

export function projectOf(id: string) {
  return queryOptions({
    queryKey: ['projects', 'one', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/projects/{id}', { ...at(id), signal })),
  })
}

export function useCreateProject() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Schema['CreateProject']) => unwrap(api.POST('/api/projects', { body })),
    onSuccess: (project) => takeProject(queries, project),
  })
}

export function useChangeProject(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Schema['ChangeProject']) => unwrap(api.PATCH('/api/projects/{id}', { ...at(id), body })),
    onSuccess: (project) => {
      takeProject(queries, project)
      void queries.invalidateQueries({ queryKey: ['board', id] })
    },
  })
}

export function useDeleteProject(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/api/projects/{id}', at(id))),
    onSuccess: () => {
      queries.removeQueries({ queryKey: ['projects', 'one', id] })
      return queries.invalidateQueries({ queryKey: ['projects'] })
    },
  })
}

/** Saves one part; refused as stale when another device saved since that version was read. */
export function putPart<Part extends keyof ProjectParts>(
  id: string,
  part: Part,
  version: number,
  value: ProjectParts[Part],
): Promise<Project> {
  const saves: { [One in keyof ProjectParts]: (value: ProjectParts[One]) => Promise<Project> } = {
    brief: (brief) => unwrap(api.PUT('/api/projects/{id}/brief', { ...at(id), body: { version, brief } })),
    look: (look) => unwrap(api.PUT('/api/projects/{id}/look', { ...at(id), body: { version, look } })),
    cast: (cast) => unwrap(api.PUT('/api/projects/{id}/cast', { ...at(id), body: { version, cast } })),
    plan: (plan) => unwrap(api.PUT('/api/projects/{id}/plan', { ...at(id), body: { version, plan } })),
  }
  return saves[part](value)
}

/** Keeps an answer, so that the page needs not ask again. */
export function takeProject(queries: QueryClient, project: Project): void {
  queries.setQueryData(projectOf(project.id).queryKey, project)
  void queries.invalidateQueries({ queryKey: ['projects', 'latest'] })
  void queries.invalidateQueries({ queryKey: ['projects', 'pages'] })
}

/** The cuts, the seconds and the price that some settings would give. Changes nothing. `depends`: what else it is made from. */
export function planPreview(id: string, plan: PlanSettings, depends: string) {
  return queryOptions({
    queryKey: ['plan-preview', id, plan, depends],
    queryFn: ({ signal }) => unwrap(api.POST('/api/projects/{id}/plan/preview', { ...at(id), body: plan, signal })),
    placeholderData: keepPreviousData,
    staleTime: 25_000,
    refetchInterval: false,
  })
}

/** Plans that stay under a sum of micro-dollars. */
export function useFit(id: string) {
  return useMutation({
    mutationFn: (under: number) => unwrap(api.POST('/api/projects/{id}/plan/fit', { ...at(id), body: { under } })),
  })
}

export type ConsentQuestion = Schema['ConsentQuestionView']

/** What was agreed to about faces in the cast, and what the video model's provider still wants agreed to. */
export function consentsOf(id: string, model: string | null) {
  return queryOptions({
    queryKey: ['projects', 'consents', id, model],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/projects/{id}/consents', {
          params: { path: { id }, query: { model: model ?? undefined } },
          signal,
        }),
      ),
  })
}

/** A person's own word that a face may be shown to a provider. */
export function useAgreeToFace(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Schema['RecordConsent']) =>
      unwrap<unknown>(api.POST('/api/projects/{id}/consents', { ...at(id), body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['projects', 'consents', id] }),
  })
}
