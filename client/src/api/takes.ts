import { keepPreviousData, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap, type Schema } from './client'
import { decideClip, type Decision } from './clips'
import { decideStill, type StillDecision } from './stills'

export type Take = Schema['TakeView']
export type TakesQuote = Schema['TakesQuoteView']
export type RenderScope = Schema['RenderScope']
export type DeskCard = Schema['DeskCardView']
export type DeskWay = Schema['DeskWayView']

/** Which shots are to be filmed; `shotIds` only for a selection. */
export interface RenderWanted {
  scope: RenderScope
  shotIds?: readonly string[]
}

const path = (id: string) => ({ path: { id } })

/** Everything that the shots of a project can show: clips in every state and footage of one's own. */
export function takesOf(id: string) {
  return queryOptions({
    queryKey: ['takes', id, 'all'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/projects/{id}/takes', { params: path(id), signal })),
  })
}

/** What Venice refused, lost or asks about. */
export function deskOf(id: string) {
  return queryOptions({
    queryKey: ['takes', id, 'desk'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/projects/{id}/desk', { params: path(id), signal })),
  })
}

const told = ({ scope, shotIds }: RenderWanted) => ({ scope, shotIds: shotIds ? [...shotIds] : null })

/** What filming a scope costs at the moment. */
export function takesQuote(id: string, wanted: RenderWanted | null) {
  return queryOptions({
    queryKey: ['quote', 'takes', id, wanted],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST('/api/projects/{id}/takes/quote', {
          params: path(id),
          body: told(wanted ?? { scope: 'missing' }),
          signal,
        }),
      ),
    enabled: wanted !== null,
    placeholderData: keepPreviousData,
    staleTime: 25_000,
    refetchInterval: 30_000,
  })
}

export interface RenderOrder extends RenderWanted {
  /** Micro-dollars that the button showed. */
  shownTotal: number
}

/** Buys one clip for every shot of the scope: all of them or none. */
export function useRenderTakes(id: string) {
  const fresh = useFreshTakes(id)
  return useMutation({
    mutationFn: ({ order, key }: { order: RenderOrder; key: string }) =>
      unwrap(
        api.POST('/api/projects/{id}/takes', {
          params: { ...path(id), header: { 'Idempotency-Key': key } },
          body: { ...told(order), shownTotal: order.shownTotal },
        }),
      ),
    onSettled: fresh,
  })
}

/** Lets a shot show one of its takes; with neither, the studio shows the newest good one. */
export function useChooseTake(id: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Schema['ChooseTake']) =>
      unwrap(api.POST('/api/projects/{id}/takes/choose', { params: path(id), body })),
    onSuccess: (takes) => {
      queries.setQueryData(takesOf(id).queryKey, takes)
      void queries.invalidateQueries({ queryKey: ['takes', id, 'cut'] })
      void queries.invalidateQueries({ queryKey: ['films', id] })
    },
  })
}

export function useBringFootage(id: string) {
  const fresh = useFreshTakes(id)
  return useMutation({
    mutationFn: (body: Schema['BringFootage']) =>
      unwrap(api.POST('/api/projects/{id}/footage', { params: path(id), body })),
    onSuccess: fresh,
  })
}

export function useDropFootage(id: string) {
  const fresh = useFreshTakes(id)
  return useMutation({
    mutationFn: (footageId: string) =>
      unwrap(api.DELETE('/api/projects/{id}/footage/{footageId}', { params: { path: { id, footageId } } })),
    onSuccess: fresh,
  })
}

/** One of the ways out of a trouble, as a person chose it. */
export interface WayTaken {
  card: DeskCard
  way: DeskWay
  /** One for each press. */
  key: string
  /** Words as the person left them. */
  prompt?: string
  consent?: Schema['AgreeToConsent']
}

export function useTakeWay(id: string) {
  const fresh = useFreshTakes(id)
  return useMutation({
    mutationFn: (taken: WayTaken) => unwrap<unknown>(takenBy(id, taken)),
    onSettled: fresh,
  })
}

/** The call that a way out stands for. */
function takenBy(id: string, taken: WayTaken) {
  const { card, way, prompt, key } = taken
  const again = card.of === 'take' && (way.act === 'tryAgain' || way.act === 'softerWords' || way.act === 'otherModel')
  if (again) {
    return api.POST('/api/projects/{id}/takes/again', {
      params: { ...path(id), header: { 'Idempotency-Key': key } },
      body: {
        takeId: card.id,
        prompt: prompt ?? way.prompt ?? null,
        model: way.model ?? null,
        shownEach: way.price ?? 0,
      },
    })
  }
  return card.of === 'still' ? decideStill(card.id, stillDecision(taken)) : decideClip(card.id, clipDecision(taken))
}

function clipDecision({ way, consent }: WayTaken): Decision {
  switch (way.act) {
    case 'agree':
      if (consent) return { kind: 'consent', body: consent }
      break
    case 'acceptPrice':
      return { kind: 'price', shownEach: way.price ?? 0 }
    case 'charged':
    case 'cancel':
      return { kind: way.act }
    case 'sendAgain':
      return { kind: 'resend' }
    case 'collectAgain':
      return { kind: 'collect' }
  }
  throw new Error(`A take knows no such way: ${way.act}`)
}

function stillDecision({ way, key }: WayTaken): StillDecision {
  switch (way.act) {
    case 'tryAgain':
      return { kind: 'retry', key }
    case 'acceptPrice':
      return { kind: 'price', shownEach: way.price ?? 0 }
    case 'charged':
    case 'cancel':
      return { kind: way.act }
    case 'sendAgain':
      return { kind: 'send-again' }
    case 'collectAgain':
      return { kind: 'collect' }
  }
  throw new Error(`A still knows no such way: ${way.act}`)
}

function useFreshTakes(id: string) {
  const queries = useQueryClient()
  return () => {
    for (const key of [['spend'], ['clips'], ['stills', id], ['quote', 'takes', id], ['films', id]]) {
      void queries.invalidateQueries({ queryKey: key })
    }
    void queries.invalidateQueries({ queryKey: ['projects', 'one', id] })
    return queries.invalidateQueries({ queryKey: ['takes', id] })
  }
}
