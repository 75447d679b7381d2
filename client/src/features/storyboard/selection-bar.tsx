import { useQuery } from '@tanstack/react-query'
import { Lock, LockOpen, PenLine, X } from 'lucide-react'
import { useState } from 'react'
import { useRehearsal } from '@/api/session'
import { stillsQuote, useOrderStills } from '@/api/stills'
import { ActBar } from '@/components/ui/act-bar'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { PriceButton } from '@/components/ui/price-button'
import { toast } from '@/components/ui/toast'
import { newId } from '@/lib/ids'
import { RewriteDialog } from './rewrite-dialog'
import { approvable } from './shot-state'
import type { Storyboard } from './use-storyboard'

/** What one does with the picked shots. */
export function SelectionBar({ desk }: { desk: Storyboard }) {
  const { picks, acts, project, board } = desk
  const rehearsal = useRehearsal()
  const [rewriting, setRewriting] = useState(false)
  const free = picks.shots.filter((shot) => !shot.locked)
  const drawable = free.filter((shot) => !shot.sameAs)
  const quote = useQuery(
    stillsQuote(project.id, drawable.length > 0 ? { shotIds: drawable.map((shot) => shot.id) } : null),
  )
  const order = useOrderStills(project.id)
  const ready = picks.shots.filter(approvable)
  const price = ready.reduce((sum, shot) => sum + (shot.price ?? 0), 0)
  const lock = free.length > 0
  const draw = () =>
    order.mutate(
      { order: { shotIds: drawable.map((shot) => shot.id), shownEach: quote.data?.each ?? 0 }, key: newId() },
      { onError: (problem) => toast(problem.message, { tone: 'refused' }), onSuccess: picks.end },
    )
  const approve = async () => {
    const problem = await acts.approve({ shotIds: ready.map((shot) => shot.id) }, price)
    if (problem) toast(problem.message, { tone: 'refused' })
  }
  return (
    <ActBar role="region" aria-label="Picked shots" picking className="mt-6 flex flex-wrap items-center gap-2">
      <p role="status" className="mr-2 font-medium">
        {picks.ids.size === 0 ? 'Pick shots' : `${picks.ids.size} picked`}
      </p>
      {picks.ids.size < board.shots.length && (
        <Button size="sm" look="quiet" onClick={picks.all}>
          All {board.shots.length}
        </Button>
      )}
      {picks.ids.size > 0 && (
        <>
          <Button size="sm" off={free.length === 0} onClick={() => setRewriting(true)}>
            <PenLine aria-hidden className="size-4" />
            Rewrite by a sentence
          </Button>
          {drawable.length > 0 && (
            <PriceButton
              verb={drawable.length === 1 ? 'Draw 1 still' : `Draw ${drawable.length} stills`}
              size="sm"
              look="plain"
              price={quote.data?.total}
              stale={quote.isFetching}
              rehearsal={rehearsal}
              off={!quote.data}
              busy={order.isPending}
              onClick={draw}
            />
          )}
          <Button
            size="sm"
            onClick={() => void acts.change({ kind: 'lock', shotIds: picks.shots.map((shot) => shot.id), flag: lock })}
          >
            {lock ? <Lock aria-hidden className="size-4" /> : <LockOpen aria-hidden className="size-4" />}
            {lock ? 'Lock' : 'Unlock'}
          </Button>
          {ready.length > 0 && (
            <PriceButton
              verb={`Approve ${ready.length}`}
              size="sm"
              price={price}
              rehearsal={rehearsal}
              onClick={() => void approve()}
            />
          )}
        </>
      )}
      <IconButton icon={X} label="Stop selecting" className="ml-auto" onClick={picks.end} />
      {rewriting && <RewriteDialog project={project.id} shots={free} onClose={() => setRewriting(false)} />}
    </ActBar>
  )
}
