import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { useRehearsal } from '@/api/session'
import { spend } from '@/api/spend'
import { veniceStatus } from '@/api/venice'
import { formatMoney } from '@/lib/money'

/** Today's money in one line. Its height is kept while it is asked for, so that nothing below moves. */
export function MoneyLine() {
  const { data: today } = useQuery(spend())
  const { data: venice } = useQuery(veniceStatus())
  const rehearsal = useRehearsal()
  const spent = today && today.today.paid - today.today.refunded
  return (
    <p className="flex min-h-11 flex-wrap content-start gap-x-5 gap-y-1 text-sm text-ink-faint sm:min-h-5">
      {spent !== undefined && (
        <Link href="/spend" className="rounded-sm underline-offset-4 hover:text-ink hover:underline">
          <span className="font-semibold text-ink-soft">{formatMoney(spent)}</span>{' '}
          {rehearsal ? 'today, not really spent' : 'spent today'}
          {today?.leftToday != null && `, ${formatMoney(today.leftToday)} left`}
        </Link>
      )}
      {venice?.balance != null && (
        <span>
          <span className="font-semibold text-ink-soft">{formatMoney(venice.balance)}</span>{' '}
          {rehearsal ? 'play money' : 'balance at Venice'}
        </span>
      )}
    </p>
  )
}
