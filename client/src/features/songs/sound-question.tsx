import type { Sound, useDecideSound } from '@/api/sounds'
import { PriceNotice } from '@/components/orders/price-notice'
import { UncertainNotice } from '@/components/orders/uncertain-notice'

interface SoundQuestionProps {
  sound: Sound
  /** What was ordered, as in "this version". */
  what: string
  decide: ReturnType<typeof useDecideSound>
}

/** What an order for sound asks of a person before anything more happens to it. */
export function SoundQuestion({ sound, what, decide }: SoundQuestionProps) {
  const price = sound.newPrice ?? sound.quoted
  if (sound.status === 'uncertain') {
    return (
      <UncertainNotice
        what={what}
        sentence={sound.failure?.sentence}
        price={sound.quoted}
        sentAt={sound.submittedAt ?? sound.createdAt}
        busy={decide.isPending}
        onCharged={() => decide.mutate({ kind: 'charged' })}
        onAgain={() => decide.mutate({ kind: 'again' })}
      />
    )
  }
  if (sound.status !== 'priceChanged') return null
  return (
    <PriceNotice
      what={what}
      before={sound.quoted}
      now={price}
      busy={decide.isPending}
      onAccept={() => decide.mutate({ kind: 'price', shownEach: price })}
      onCancel={() => decide.mutate({ kind: 'cancel' })}
    />
  )
}
