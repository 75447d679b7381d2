import type { Spend, SpendSum } from '@/api/spend'
import { Money } from '@/components/ui/money'
import { formatMoney, roundedTogether } from '@/lib/money'
import { cell, head, Table } from './table'

/** Who spent what. The rows are rounded together, so that they add up to the last one. */
export function MemberSpend({ members }: { members: Spend['members'] }) {
  const today = roundedTogether(members.map((member) => net(member.today)))
  const month = roundedTogether(members.map((member) => net(member.month)))
  const reserved = roundedTogether(members.map((member) => member.reserved))
  const numeric = `${cell} text-right`
  return (
    <section aria-labelledby="members">
      <h2 id="members" className="mb-3 text-lg font-semibold">
        Members
      </h2>
      <Table label="Spend of each member">
        <thead>
          <tr className="text-left text-sm text-ink-faint">
            <th className={head}>Member</th>
            <th className={`${head} text-right`}>Today</th>
            <th className={`${head} text-right`}>This month</th>
            <th className={`${head} text-right`}>Reserved</th>
            <th className={`${head} text-right`}>Daily budget</th>
          </tr>
        </thead>
        <tbody>
          {members.map((member, index) => (
            <tr key={member.memberId} className="border-t border-edge">
              <th scope="row" className={`${cell} text-left font-medium`}>
                {member.name}
              </th>
              <td className={numeric}>{formatMoney(today[index] ?? 0)}</td>
              <td className={numeric}>{formatMoney(month[index] ?? 0)}</td>
              <td className={numeric}>{formatMoney(reserved[index] ?? 0)}</td>
              <td className={numeric}>
                {member.dailyBudget == null ? 'no limit' : <Money amount={member.dailyBudget} />}
              </td>
            </tr>
          ))}
        </tbody>
        {members.length > 1 && (
          <tfoot>
            <tr className="border-t border-edge-strong font-semibold">
              <th scope="row" className={`${cell} text-left`}>
                Together
              </th>
              <td className={numeric}>{formatMoney(sum(today))}</td>
              <td className={numeric}>{formatMoney(sum(month))}</td>
              <td className={numeric}>{formatMoney(sum(reserved))}</td>
              <td className={cell} />
            </tr>
          </tfoot>
        )}
      </Table>
    </section>
  )
}

function net(money: SpendSum) {
  return money.paid - money.refunded
}

function sum(amounts: readonly number[]) {
  return amounts.reduce((total, amount) => total + amount, 0)
}
