import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { deskOf, type DeskCard as Card } from '@/api/takes'
import { Button } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { DeskCard } from './desk-card'
import type { TakesDesk } from './use-takes'

const atFirst = 3

/** One place for what Venice refused, lost or asks about. The other shots go on meanwhile; without trouble it is not there. */
export function RefusalDesk({ desk }: { desk: TakesDesk }) {
  const { project } = desk
  const cards = useQuery(deskOf(project.id))
  const [whole, setWhole] = useState(false)
  if (cards.isError && !cards.data) {
    return <ProblemNotice problem={cards.error} onRetry={() => void cards.refetch()} retrying={cards.isFetching} />
  }
  const all = mostUrgentFirst(cards.data ?? [])
  const needing = all.filter((card) => !waits(card)).length
  // The region is always there: a screen reader hears when something lands on the desk.
  return (
    <section
      aria-labelledby={all.length > 0 ? 'desk' : undefined}
      className={all.length > 0 ? 'grid grid-cols-1 gap-3' : undefined}
    >
      <p role="status" className="sr-only">
        {needing === 0 ? '' : needing === 1 ? 'One thing needs you.' : `${needing} things need you.`}
      </p>
      {all.length > 0 && (
        <>
          <div className="flex flex-wrap items-baseline gap-x-3">
            <h2 id="desk" className="text-lg font-semibold">
              {needing > 0 ? 'Needs you' : 'Held up'} <span className="text-ink-faint">{needing || all.length}</span>
            </h2>
            <p className="text-sm text-ink-soft">
              {needing > 0
                ? 'What Venice refused, lost or asks about. The other shots go on meanwhile.'
                : 'What Venice puts off is tried again by itself.'}
            </p>
          </div>
          <ul className="grid grid-cols-1 items-start gap-2.5 md:grid-cols-2 xl:grid-cols-3">
            {(whole ? all : all.slice(0, atFirst)).map((card) => (
              <DeskCard key={card.id} desk={desk} card={card} />
            ))}
          </ul>
          {all.length > atFirst && (
            <Button
              size="sm"
              look="quiet"
              aria-expanded={whole}
              className="justify-self-start"
              onClick={() => setWhole(!whole)}
            >
              {whole ? 'Fewer' : `Show all ${all.length}`}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

/** Nothing is to be done about it, though it can be given up. */
function waits({ ways }: Card): boolean {
  return ways.some((way) => way.act === 'wait')
}

/** What needs somebody before what waits; of each, what concerns the whole film first, then the shots as they come. */
function mostUrgentFirst(cards: readonly Card[]): Card[] {
  return cards.toSorted(
    (one, other) => Number(waits(one)) - Number(waits(other)) || (one.number ?? 0) - (other.number ?? 0),
  )
}
