import { useQuery } from '@tanstack/react-query'
import { quoteOf, type ClipQuote } from '@/api/clips'
import type { VideoModel } from '@/api/catalog'
import type { Problem } from '@/api/problem'
import type { Draft } from '@/lib/draft'
import { useSettled } from '@/lib/use-settled'
import { quoteFor } from './order'

export interface Price {
  /** The last known price, also while a newer one is being asked for. */
  quote: ClipQuote | undefined
  /** It belongs to other settings than those on the form, or is being asked again. */
  stale: boolean
  problem: Problem | null
  ask: () => void
}

/** The price of what is chosen, asked a quarter of a second after the last change. */
export function usePrice(draft: Draft, model: VideoModel | null): Price {
  const wanted = model?.available ? quoteFor(draft, model) : null
  const settled = useSettled(wanted, 250)
  const asked = useQuery(quoteOf(settled))
  const stale = asked.isPlaceholderData || JSON.stringify(wanted) !== JSON.stringify(settled)
  return {
    quote: wanted === null ? undefined : asked.data,
    stale: stale || asked.isError,
    problem: asked.error,
    ask: () => void asked.refetch(),
  }
}
