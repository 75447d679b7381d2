import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useIsOwner } from '@/api/session'
import { veniceStatus, type VeniceStatus } from '@/api/venice'
import { Notice } from '@/components/ui/notice'
import { StateMark } from '@/components/ui/state-mark'
import { formatMoney } from '@/lib/money'
import { ago, inWords } from '@/lib/time'
import { useNow } from '@/lib/use-now'
import { Answer, Section } from './section'

/** How the studio stands with Venice. The key itself never comes to a browser. */
export function VeniceSection() {
  const venice = useQuery(veniceStatus())
  return (
    <Section
      title="Venice"
      lead="Every picture and clip is made by Venice with the studio’s key. The key stays on the server and is shown nowhere."
    >
      <Answer of={venice} label="Asking how Venice stands" height="h-52">
        {(status) => <Standing status={status} />}
      </Answer>
    </Section>
  )
}

function Standing({ status }: { status: VeniceStatus }) {
  const now = useNow(15_000)
  const rehearsal = status.key === 'rehearsal'
  return (
    <>
      {status.notice && (
        <Notice tone="attention" title="Venice says, or does not say">
          {status.notice}
          {status.retryAfterSeconds ? ` The next try is in ${inWords(status.retryAfterSeconds)}.` : ''}
        </Notice>
      )}
      <dl className="divide-y divide-edge rounded-lg border border-edge bg-raised">
        <Line name="Key">
          <KeyState state={status.key} />
        </Line>
        <Line name="Answers">
          {status.reachable ? (
            <StateMark tone="done">{rehearsal ? 'The rehearsal’s simulator answers' : 'Venice answers'}</StateMark>
          ) : (
            <StateMark tone="attention">Venice does not answer</StateMark>
          )}
        </Line>
        <Line name={rehearsal ? 'Play money' : 'Balance'}>
          {status.balance == null
            ? 'unknown'
            : `${formatMoney(status.balance)}${status.currency && status.currency !== 'USD' ? ` in ${status.currency}` : ''}`}
        </Line>
        <Line name="Checked">{status.checkedAt ? ago(status.checkedAt, now) : 'not yet'}</Line>
      </dl>
      {status.key !== 'works' && <HowToSetTheKey rehearsal={rehearsal} />}
    </>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-3">
      <dt className="text-ink-soft">{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function KeyState({ state }: { state: VeniceStatus['key'] }) {
  if (state === 'works') return <StateMark tone="done">Set, and Venice takes it</StateMark>
  if (state === 'rejected') return <StateMark tone="refused">Set, and Venice refuses it</StateMark>
  if (state === 'rehearsal') return <StateMark tone="off">None: this is a rehearsal</StateMark>
  return <StateMark tone="waiting">Set, not tried yet</StateMark>
}

function HowToSetTheKey({ rehearsal }: { rehearsal: boolean }) {
  const owner = useIsOwner()
  return (
    <div className="grid gap-3">
      <h3 className="text-lg font-semibold">{rehearsal ? 'Go live' : 'Set another key'}</h3>
      {owner ? (
        <ol className="grid list-decimal gap-1.5 pl-5 text-ink-soft marker:text-ink-faint">
          <li>Make an API key in your account at Venice, and see that there is money in it.</li>
          <li>
            Give it to the server as <code className="rounded-sm bg-lifted px-1 py-0.5 text-sm">VENICE_API_KEY</code>:
            in the file .env beside the studio, or among the service’s variables on Railway.
          </li>
          <li>Start the studio again. This page then shows the balance.</li>
        </ol>
      ) : (
        <p className="text-ink-soft">Only the owner of this studio can set the key, on the server.</p>
      )}
    </div>
  )
}
