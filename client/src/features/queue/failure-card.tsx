import { useQuery } from '@tanstack/react-query'
import { videoModels } from '@/api/catalog'
import type { Clip } from '@/api/clips'
import { freeWords } from '@/components/clips/free-words'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { formatMoney } from '@/lib/money'
import type { Decide } from './cancel-button'
import { RetryButtons, useHandOver } from './retry-buttons'

/** Why a clip failed, what it cost, and every way on that there is. */
export function FailureCard({ clip, decide }: { clip: Clip; decide: Decide }) {
  const change = useHandOver(clip)
  const { failure } = clip
  const cost = costWords(clip)
  return (
    <Notice
      tone="refused"
      className="mt-2 border-0 px-0 pt-1 pb-1"
      actions={
        <>
          {failure?.canCollectAgain && (
            <Button size="sm" busy={decide.isPending} onClick={() => decide.mutate({ kind: 'collect' })}>
              Fetch it again · already paid
            </Button>
          )}
          {failure?.recommendedModel && !clip.project && (
            <RecommendedModel id={failure.recommendedModel} onUse={(model) => change({ model })} />
          )}
          <RetryButtons clip={clip} />
        </>
      }
    >
      <p className="text-ink">{failure?.sentence ?? 'This clip ended without a video, and nobody said why.'}</p>
      {cost && <p className="mt-1 text-sm">{cost}</p>}
      {failure?.suggestedPrompt && (
        <figure className="mt-3 grid justify-items-start gap-2 border-l-2 border-edge-strong pl-3">
          <figcaption className="text-sm">Venice suggests these words:</figcaption>
          <blockquote className="text-ink">{failure.suggestedPrompt}</blockquote>
          {!clip.project && (
            <Button size="sm" onClick={() => change({ prompt: failure.suggestedPrompt ?? '' })}>
              Use these words
            </Button>
          )}
        </figure>
      )}
    </Notice>
  )
}

function RecommendedModel({ id, onUse }: { id: string; onUse: (model: string) => void }) {
  const models = useQuery(videoModels())
  const name = models.data?.find((model) => model.id === id)?.name ?? id
  return (
    <Button size="sm" onClick={() => onUse(id)}>
      Use {name} instead
    </Button>
  )
}

/** What it cost in the end, as far as anybody knows. */
function costWords({ paid, failure }: Clip): string | null {
  if (paid === 0) return freeWords(failure?.sentence)
  if (failure?.refunded === true) return `Its ${formatMoney(paid)} came back.`
  if (failure?.refunded === false) return `It cost ${formatMoney(paid)}.`
  return `It cost ${formatMoney(paid)}. Venice did not say whether that comes back; the balance will show.`
}
