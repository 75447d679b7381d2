import { Link } from 'wouter'
import { useIsOwner } from '@/api/session'
import type { LedgerLine } from '@/api/spend'
import { Money } from '@/components/ui/money'
import { StateMark, type StateTone } from '@/components/ui/state-mark'
import { formatMoney } from '@/lib/money'
import { moment } from '@/lib/time'
import { cell, head, Table } from './table'

/** What became of an order's money; what became of the order itself is told in the queue. */
const states: Record<string, readonly [StateTone, string]> = {
  reserved: ['waiting', 'Set aside'],
  paid: ['done', 'Paid'],
  released: ['off', 'Never charged'],
  uncertain: ['attention', 'Uncertain'],
  refunded: ['off', 'Came back'],
}

/** The newest orders, as the ledger has them: a table, and on a phone a list. */
export function LedgerLines({ lines }: { lines: readonly LedgerLine[] }) {
  const owner = useIsOwner()
  return (
    <section aria-labelledby="orders">
      <h2 id="orders" className="mb-3 text-lg font-semibold">
        Latest orders
      </h2>
      <div className="hidden md:block">
        <Table label="Table of the latest orders">
          <thead>
            <tr className="text-left text-sm text-ink-faint">
              <th className={head}>When</th>
              <th className={head}>What</th>
              {owner && <th className={head}>Who</th>}
              <th className={head}>State</th>
              <th className={`${head} text-right`}>Quoted</th>
              <th className={`${head} text-right`}>Paid</th>
              <th className={`${head} text-right`}>Came back</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <LineRow key={line.id} line={line} owner={owner} />
            ))}
          </tbody>
        </Table>
      </div>
      <ul className="divide-y divide-edge rounded-lg border border-edge bg-raised md:hidden">
        {lines.map((line) => (
          <LineCard key={line.id} line={line} owner={owner} />
        ))}
      </ul>
    </section>
  )
}

function LineRow({ line, owner }: { line: LedgerLine; owner: boolean }) {
  const numeric = `${cell} text-right`
  return (
    <tr className="border-t border-edge">
      <td className={`${cell} whitespace-nowrap text-ink-soft`}>{moment(line.at)}</td>
      <td className={`${cell} w-full max-w-0`}>
        <What line={line} />
        <span className="block truncate text-sm text-ink-faint">{line.model}</span>
      </td>
      {owner && <td className={`${cell} whitespace-nowrap text-ink-soft`}>{line.member}</td>}
      <td className={`${cell} whitespace-nowrap`}>
        <State line={line} />
      </td>
      <td className={`${numeric} text-ink-soft`}>
        <Money amount={line.quoted} />
      </td>
      <td className={numeric}>
        <Money amount={line.paid} />
      </td>
      <td className={numeric}>{line.refunded > 0 && <Money amount={line.refunded} />}</td>
    </tr>
  )
}

function LineCard({ line, owner }: { line: LedgerLine; owner: boolean }) {
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 gap-y-1 px-4 py-3">
      <What line={line} />
      <Money amount={line.paid} className="text-right font-semibold" />
      <State line={line} />
      <span className="text-right text-sm text-ink-faint">
        {line.refunded > 0 ? `${formatMoney(line.refunded)} came back` : `quoted ${formatMoney(line.quoted)}`}
      </span>
      <span className="col-span-2 text-sm text-ink-faint">
        {[moment(line.at), owner && line.member, line.model].filter(Boolean).join(' · ')}
      </span>
    </li>
  )
}

/** "Clip × 60 · Acqua alta": each part leads to where it is, as far as it still is there. */
function What({ line: { what, orders, clipId, state, project } }: { line: LedgerLine }) {
  const words = orders > 1 ? `${what} × ${orders}` : what
  return (
    <span className="block truncate">
      {clipId && state === 'paid' ? (
        <Link href={`/clips/${clipId}`} className={link}>
          {words}
        </Link>
      ) : (
        words
      )}
      {project && (
        <>
          {' · '}
          <Link href={`/projects/${project.id}`} className={link}>
            {project.title}
          </Link>
        </>
      )}
    </span>
  )
}

const link = 'rounded-sm underline-offset-4 hover:underline'

function State({ line }: { line: LedgerLine }) {
  const [tone, word] = states[line.state] ?? ['off', 'Over']
  return <StateMark tone={tone}>{word}</StateMark>
}
