import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { lyricsPrice, useRecogniseLyrics } from '@/api/lyrics'
import { useRehearsal } from '@/api/session'
import type { Lyrics, Track } from '@/api/track-types'
import { PriceButton } from '@/components/ui/price-button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { newId } from '@/lib/ids'
import { OrderKey } from '@/lib/order-key'
import { useOpenRecognition } from './use-open-recognition'

/** Has Venice write down the words, with the price on the button. */
export function RecogniseButton({ track, lyrics }: { track: Track; lyrics: Lyrics }) {
  const rehearsal = useRehearsal()
  const working = lyrics.recognition?.state === 'working'
  const open = useOpenRecognition(track.id, lyrics)
  const price = useQuery(lyricsPrice(track.id, !working))
  const recognise = useRecogniseLyrics(track.id)
  const [keys] = useState(() => new OrderKey<{ model: string }>(newId))
  const press = () => {
    if (!price.data) return
    const { model, price: shown } = price.data
    const { key } = keys.attempt({ model })
    recognise.mutate(
      { key, model, shownPrice: shown },
      {
        onSuccess: () => keys.answered(),
        onError: (problem) => {
          if (problem.status >= 400 && problem.status < 500) keys.answered()
          void price.refetch()
        },
      },
    )
  }
  return (
    <>
      <PriceButton
        verb={working ? 'Recognising' : 'Recognise the words'}
        look="plain"
        size="md"
        price={price.data?.price}
        stale={price.isFetching || price.isError}
        rehearsal={rehearsal}
        busy={working || recognise.isPending}
        off={!price.data || open !== null}
        onClick={press}
      />
      {price.isError && (
        <ProblemNotice problem={price.error} onRetry={() => void price.refetch()} className="basis-full" />
      )}
      {recognise.isError && <ProblemNotice problem={recognise.error} className="basis-full" />}
    </>
  )
}
