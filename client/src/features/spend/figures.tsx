import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { Spend, SpendSum } from '@/api/spend'
import { Progress } from '@/components/ui/progress'
import { formatMoney } from '@/lib/money'

/** The four amounts that one comes here for. */
export function Figures({ money }: { money: Spend }) {
  return (
    <dl className="grid gap-px overflow-hidden rounded-lg border border-edge bg-edge sm:grid-cols-2 xl:grid-cols-4">
      <Figure name="Today" amount={net(money.today)}>
        <SumWords sum={money.today} />
      </Figure>
      <Figure name="This month" amount={net(money.month)}>
        <SumWords sum={money.month} />
      </Figure>
      <Figure name="Reserved now" amount={money.reserved}>
        {money.reserved > 0 ? 'Promised to orders under way, not paid yet.' : 'No order is under way.'}
        {money.uncertain > 0 && (
          <>
            {' '}
            <Link href="/queue" className="text-attention underline underline-offset-2">
              {formatMoney(money.uncertain)} uncertain: decide in the queue
            </Link>
          </>
        )}
      </Figure>
      <BudgetFigure money={money} />
    </dl>
  )
}

function BudgetFigure({ money }: { money: Spend }) {
  const { leftToday, studioDailyBudget, memberDailyBudget } = money
  const budgets = [
    studioDailyBudget != null && `studio ${formatMoney(studioDailyBudget)} a day`,
    memberDailyBudget != null && `you ${formatMoney(memberDailyBudget)} a day`,
  ].filter((words) => words !== false)
  if (leftToday == null || budgets.length === 0) {
    return (
      <Figure name="Left today" words="No limit">
        No daily budget is set.
      </Figure>
    )
  }
  const all = Math.min(studioDailyBudget ?? Infinity, memberDailyBudget ?? Infinity)
  const used = all > 0 ? Math.min(1, Math.max(0, 1 - leftToday / all)) : 1
  return (
    <Figure name="Left today" amount={leftToday}>
      <Progress
        label="Budget used today"
        value={used}
        tone={used > 0.9 ? 'attention' : 'done'}
        className="mb-1.5"
        text={`${Math.round(used * 100)} percent`}
      />
      Budgets: {budgets.join(', ')}.
    </Figure>
  )
}

interface FigureProps {
  name: string
  amount?: number
  words?: string
  children: ReactNode
}

function Figure({ name, amount, words, children }: FigureProps) {
  return (
    <div className="grid content-start gap-1 bg-raised px-5 py-4">
      <dt className="text-sm text-ink-faint">{name}</dt>
      <dd className="text-xl font-semibold">{words ?? formatMoney(amount ?? 0)}</dd>
      <dd className="text-sm text-ink-soft">{children}</dd>
    </div>
  )
}

function SumWords({ sum }: { sum: SpendSum }) {
  if (sum.orders === 0) return 'No orders.'
  const parts = [`${sum.orders} ${sum.orders === 1 ? 'order' : 'orders'}`, `${formatMoney(sum.quoted)} quoted`]
  parts.push(`${formatMoney(sum.paid)} paid`)
  if (sum.refunded > 0) parts.push(`${formatMoney(sum.refunded)} came back`)
  return parts.join(' · ')
}

function net(sum: SpendSum) {
  return sum.paid - sum.refunded
}
