import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { useRetryClip, type Clip } from '@/api/clips'
import { useAccount } from '@/api/session'
import { takesPath } from '@/components/clips/made-for'
import { Button, buttonClass } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { toast } from '@/components/ui/toast'
import { handOver, type Draft } from '@/lib/draft'
import { newId } from '@/lib/ids'
import { formatMoney } from '@/lib/money'
import { OrderKey } from '@/lib/order-key'

/** Ordering an ended clip anew: as it was, or with changes on the Create page. */
export function RetryButtons({ clip }: { clip: Clip }) {
  const retry = useRetryClip()
  const change = useHandOver(clip)
  // A clip from Create would belong to no video.
  const video = takesPath(clip)
  const [keys] = useState(() => new OrderKey<{ id: string }>(newId))
  const again = () => {
    if (retry.isPending) return
    const { key } = keys.attempt({ id: clip.id })
    retry.mutate(
      { id: clip.id, key },
      {
        onSuccess: () => {
          keys.answered()
          toast('Ordered again.')
        },
        onError: (problem) => {
          if (problem.status >= 400 && problem.status < 500) keys.answered()
        },
      },
    )
  }
  return (
    <>
      <Button size="sm" busy={retry.isPending} onClick={again}>
        {clip.status === 'done' ? 'Again' : 'Try again'} · {formatMoney(clip.quoted)}
      </Button>
      {video ? (
        <Link href={video} className={buttonClass('quiet', 'sm')}>
          Open in its video
        </Link>
      ) : (
        <Button size="sm" look="quiet" onClick={() => change()}>
          Change…
        </Button>
      )}
      {retry.error?.type === 'price-changed' && (
        <Notice
          role="alert"
          tone="attention"
          title="The price has changed"
          className="basis-full"
          actions={
            video ? (
              <Link href={video} className={buttonClass('plain', 'sm')}>
                Look at it in its video
              </Link>
            ) : (
              <Button size="sm" onClick={() => change()}>
                Look at it in Create
              </Button>
            )
          }
        >
          Nothing was ordered. {video ? 'Its video' : 'Create'} shows what it costs now.
        </Notice>
      )}
      {retry.isError && retry.error.type !== 'price-changed' && (
        <ProblemNotice problem={retry.error} className="basis-full" />
      )}
    </>
  )
}

/** Opens Create with this clip's settings, some of them changed. */
export function useHandOver(clip: Clip): (changed?: Partial<Draft>) => void {
  const account = useAccount()
  const [, go] = useLocation()
  return (changed) => {
    if (!account) return
    handOver(account.id, clip.settings, changed)
    go('/create')
  }
}
