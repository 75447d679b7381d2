import type { Plan } from '@/api/projects'
import { cx } from '@/lib/cx'
import { formatMoney } from '@/lib/money'

interface PlanFiguresProps {
  plan: Plan
  /** Micro-dollars; null: no limit. */
  budget: number | null
  stale: boolean
}

/** Shots, seconds and dollars of a plan. */
export function PlanFigures({ plan, budget, stale }: PlanFiguresProps) {
  const total = totalOf(plan)
  const saved = Math.round(plan.nearestBeatPaid - plan.paidSeconds)
  return (
    <div className={cx('grid gap-3 transition-opacity', stale && 'opacity-70')} aria-busy={stale || undefined}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4">
        <Figure name="Shots" value={String(plan.shots.length)} />
        <Figure name="Clips" value={formatMoney(plan.price)} note={`${seconds(plan.paidSeconds)} paid`} />
        <Figure name="Stills" value={plan.stillsPrice == null ? '–' : formatMoney(plan.stillsPrice)} />
        <Figure name="All together" value={formatMoney(total)} strong note={budgetNote(total, budget)} />
      </dl>
      <p className="text-sm text-ink-faint">
        {seconds(plan.usedSeconds)} of the {seconds(plan.paidSeconds)} that are paid for are seen
        {saved > 0 && `; cutting at the nearest beat would have paid ${saved} s more`}. Clips are bought last, after you
        approve each shot.
      </p>
    </div>
  )
}

export function totalOf(plan: Plan): number {
  return plan.price + (plan.stillsPrice ?? 0) + (plan.wordsMost ?? 0)
}

function budgetNote(total: number, budget: number | null) {
  if (budget === null) return undefined
  return total <= budget ? `of ${formatMoney(budget)}` : `${formatMoney(total - budget)} over budget`
}

function seconds(value: number) {
  return `${Math.round(value)} s`
}

function Figure({
  name,
  value,
  note,
  strong,
}: {
  name: string
  value: string
  note?: string | undefined
  strong?: boolean
}) {
  return (
    <div className="grid content-start gap-0.5">
      <dt className="text-xs text-ink-faint">{name}</dt>
      <dd className={strong ? 'text-lg font-semibold' : 'text-lg'}>
        {value}
        {note && (
          <span
            className={cx('block text-xs font-normal', note.includes('over') ? 'text-attention' : 'text-ink-faint')}
          >
            {note}
          </span>
        )}
      </dd>
    </div>
  )
}
