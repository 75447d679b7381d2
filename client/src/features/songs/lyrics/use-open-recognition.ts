import { useQuery } from '@tanstack/react-query'
import { recognitions, type Sound } from '@/api/sounds'
import type { Lyrics } from '@/api/track-types'
import { needsPerson } from '@/components/clips/clip-state'

/** The order behind a song's recognition, while it waits for a person's word: was it charged, or is the new price right? */
export function useOpenRecognition(track: string, { recognition }: Lyrics): Sound | undefined {
  const orders = useQuery(recognitions(recognition?.state === 'failed'))
  if (recognition?.state !== 'failed') return undefined
  return orders.data?.items.find((order) => order.trackId === track && needsPerson(order.status))
}
