import type { Clip } from '@/api/clips'
import { PriceNotice } from '@/components/orders/price-notice'
import { UncertainNotice } from '@/components/orders/uncertain-notice'
import type { Decide } from './cancel-button'
import { ConsentCard } from './consent-card'

/** What a clip asks of a person before anything more happens to it. */
export function OpenQuestion({ clip, decide }: { clip: Clip; decide: Decide }) {
  const price = clip.newPrice ?? clip.quoted
  switch (clip.status) {
    case 'needsConsent':
      return <ConsentCard clip={clip} decide={decide} />
    case 'priceChanged':
      return (
        <PriceNotice
          what="clip"
          before={clip.quoted}
          now={price}
          busy={decide.isPending}
          onAccept={() => decide.mutate({ kind: 'price', shownEach: price })}
          onCancel={() => decide.mutate({ kind: 'cancel' })}
        />
      )
    case 'uncertain':
      return (
        <UncertainNotice
          what="clip"
          sentence={clip.failure?.sentence ?? clip.waiting}
          price={clip.quoted}
          sentAt={clip.submittedAt ?? clip.createdAt}
          busy={decide.isPending}
          onCharged={() => decide.mutate({ kind: 'charged' })}
          onAgain={() => decide.mutate({ kind: 'resend' })}
        />
      )
    default:
      return null
  }
}
