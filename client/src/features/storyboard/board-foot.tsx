import { useState } from 'react'
import { Link } from 'wouter'
import { ActBar } from '@/components/ui/act-bar'
import { Button, buttonClass } from '@/components/ui/button'
import { PriceButton } from '@/components/ui/price-button'
import { Sentences } from '@/components/ui/sentences'
import { useRehearsal } from '@/api/session'
import { cx } from '@/lib/cx'
import { formatMoney } from '@/lib/money'
import { clock } from '@/lib/time'
import { approvable } from './shot-state'
import type { Storyboard } from './use-storyboard'

/** What the board comes to, what is missing in words, and the yes to all of it. */
export function BoardFoot({ desk }: { desk: Storyboard }) {
  const { board, project } = desk
  const approved = board.shots.filter((shot) => shot.approved).length
  const all = approved === board.shots.length
  return (
    <ActBar className="mt-6">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <div className="grid min-w-0 gap-0.5">
          <p className="text-sm">
            {counted(board.shots.length)} · {clock(board.duration)} · paid {Math.round(board.paidSeconds)} s, used{' '}
            {Math.round(board.usedSeconds)} s · <span className="font-semibold">{formatMoney(board.price)}</span>
            {board.budgetLeft != null && (
              <span
                className={cx('max-sm:hidden', board.budgetLeft < board.price ? 'text-attention' : 'text-ink-faint')}
              >
                {' '}
                · {formatMoney(Math.max(0, board.budgetLeft))} of the budget left
              </span>
            )}
          </p>
          <Missing sentences={board.missing} done={all} />
        </div>
        {all ? (
          <Link href={`/projects/${project.id}/takes`} className={buttonClass('lamp', 'lg', 'max-sm:w-full')}>
            To the takes
          </Link>
        ) : (
          <ApproveAll desk={desk} />
        )}
      </div>
    </ActBar>
  )
}

function Missing({ sentences, done }: { sentences: readonly string[]; done: boolean }) {
  if (sentences.length > 0) return <Sentences sentences={sentences} />
  return <p className="text-sm text-done">{done ? 'Every shot is approved.' : 'Nothing is missing: approve it.'}</p>
}

function ApproveAll({ desk }: { desk: Storyboard }) {
  const { board, acts } = desk
  const rehearsal = useRehearsal()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const ready = board.shots.filter(approvable)
  const total = ready.reduce((sum, shot) => sum + (shot.price ?? 0), 0)
  const press = async () => {
    setBusy(true)
    const problem = await acts.approve({ shotIds: ready.map((shot) => shot.id) }, total)
    setRefused(problem?.message ?? null)
    setBusy(false)
  }
  if (ready.length === 0) {
    return (
      <Button size="lg" look="plain" off className="max-sm:w-full">
        Nothing to approve yet
      </Button>
    )
  }
  const whole = ready.length === board.shots.length
  // While something is missing, that is the next act and not this.
  const last = board.shots.every((shot) => shot.approved || approvable(shot))
  return (
    <div className="grid justify-items-end gap-1 max-sm:w-full max-sm:justify-items-stretch">
      <PriceButton
        look={last ? 'lamp' : 'plain'}
        verb={whole ? `Approve all ${ready.length}` : `Approve ${ready.length} of ${board.shots.length}`}
        price={total}
        rehearsal={rehearsal}
        busy={busy}
        onClick={() => void press()}
      />
      {refused && (
        <p role="alert" className="max-w-prose text-sm text-refused">
          {refused}
        </p>
      )}
    </div>
  )
}

function counted(count: number) {
  return count === 1 ? '1 shot' : `${count} shots`
}
