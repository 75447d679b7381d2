import { useQuery } from '@tanstack/react-query'
import { recognitions, type Sound } from '@/api/sounds'
import type { Lyrics } from '@/api/track-types'
import { needsPerson } from '@/components/clips/clip-state'

/**
 * The order behind a song's recognition, while it waits for a person's word: was it charged, or is the new price right?
 * Undefined while it is looked for, null where there is none.
 */
export function useOpenRecognition(track: string, { recognition }: Lyrics): Sound | null | undefined {
  const failed = recognition?.state === 'failed'
  const orders = useQuery(recognitions(failed))
  if (!failed || orders.isError) return null
  if (!orders.data) return undefined
  return orders.data.items.find((order) => order.trackId === track && needsPerson(order.status)) ?? null
}
