import { cx } from '@/lib/cx'
import { formatMoney } from '@/lib/money'

/** An amount of micro-dollars in dollars; a dash when nobody knows it. */
export function Money({ amount, className }: { amount: number | null | undefined; className?: string }) {
  if (amount === null || amount === undefined) {
    return (
      <span className={cx('text-ink-faint', className)}>
        <span aria-hidden>–</span>
        <span className="sr-only">unknown</span>
      </span>
    )
  }
  return <span className={cx('whitespace-nowrap', className)}>{formatMoney(amount)}</span>
}
