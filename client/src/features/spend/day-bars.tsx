import type { Spend } from '@/api/spend'
import { Tooltip } from '@/components/ui/tooltip'
import { formatMoney } from '@/lib/money'
import { shortDay } from '@/lib/time'
import { lastDays, type Day } from './last-days'

/** Thirty days of spending, a bar each; days without an order stand as days without a bar. */
export function DayBars({ days }: { days: Spend['days'] }) {
  const shown = lastDays(days, 30, Date.now())
  const most = Math.max(1, ...shown.map((day) => day.net))
  return (
    <section aria-labelledby="days">
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <h2 id="days" className="text-lg font-semibold">
          Last 30 days
        </h2>
        <p className="text-sm text-ink-faint">highest {formatMoney(most === 1 ? 0 : most)}</p>
      </div>
      <ol className="flex h-36 items-end gap-[2px] border-b border-edge-strong sm:gap-1">
        {shown.map((day) => (
          <DayBar key={day.day} day={day} height={Math.max(0, day.net) / most} />
        ))}
      </ol>
      <div aria-hidden className="mt-1.5 flex justify-between text-xs text-ink-faint">
        <span>{label(shown[0])}</span>
        <span>Today</span>
      </div>
    </section>
  )
}

function DayBar({ day, height }: { day: Day; height: number }) {
  const words = `${label(day)}: ${formatMoney(day.net)}, ${day.orders} ${day.orders === 1 ? 'order' : 'orders'}`
  return (
    <Tooltip text={words}>
      <li className="group flex h-full grow items-end">
        <span className="sr-only">{words}</span>
        <span
          aria-hidden
          className="w-full rounded-t-[3px] bg-working/70 transition-colors group-hover:bg-working"
          style={{ height: day.net > 0 ? `max(3px, ${height * 100}%)` : '0' }}
        />
      </li>
    </Tooltip>
  )
}

function label(day: Day | undefined) {
  return day ? shortDay(day.day) : ''
}
