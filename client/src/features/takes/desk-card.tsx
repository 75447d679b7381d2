import { useState } from 'react'
import { useTakeWay, type DeskCard as Card, type DeskWay, type WayTaken } from '@/api/takes'
import { ConsentCard } from '@/components/clips/consent-card'
import { freeWords } from '@/components/clips/free-words'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { StateMark, type StateTone } from '@/components/ui/state-mark'
import { newId } from '@/lib/ids'
import { formatMoney } from '@/lib/money'
import { SofterWords } from './softer-words'
import type { TakesDesk } from './use-takes'
import { WayButton } from './way-button'

const kinds: Record<Card['kind'], { tone: StateTone; word: string }> = {
  wordsRefused: { tone: 'refused', word: 'Words refused' },
  pictureRefused: { tone: 'refused', word: 'Picture refused' },
  placeholder: { tone: 'refused', word: 'A stand-in came' },
  consent: { tone: 'attention', word: 'Asks for your agreement' },
  capacity: { tone: 'waiting', word: 'Venice is full' },
  balance: { tone: 'attention', word: 'Balance too low' },
  uncertain: { tone: 'attention', word: 'Sent or not?' },
  priceChanged: { tone: 'attention', word: 'Price changed' },
  failed: { tone: 'refused', word: 'Failed' },
  budget: { tone: 'attention', word: 'Over the budget' },
}

/** One trouble: why, what it cost, and its own ways out. */
export function DeskCard({ desk, card }: { desk: TakesDesk; card: Card }) {
  const { project, openShot } = desk
  const take = useTakeWay(project.id)
  const [key, setKey] = useState(newId)
  const { tone, word } = kinds[card.kind]
  const go = (taken: Omit<WayTaken, 'card' | 'key'>) => {
    if (take.isPending) return
    // The key stays the same until an answer comes: a press after a lost answer is the same order.
    take.mutate({ card, key, ...taken }, { onSettled: (_, problem) => !problem?.offline && setKey(newId()) })
  }
  const busyWith = take.isPending ? take.variables.way.act : null
  const agree = card.ways.find((way) => way.act === 'agree')
  const withdraw = card.ways.find((way) => way.act === 'cancel')
  const softer = card.ways.find((way) => way.act === 'softerWords')
  const others = card.ways.filter(
    (way) => way !== softer && !(agree && card.consent && (way === agree || way === withdraw)),
  )
  const what = nameOf(card)
  const cost = costOf(card)
  return (
    <li
      aria-label={`${what}: ${word}`}
      className="grid grid-cols-1 gap-2 rounded-lg border border-edge-strong bg-raised px-4 py-3"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-3">
        <StateMark tone={tone}>{word}</StateMark>
        {card.shotId && card.number ? (
          <button
            type="button"
            onClick={() => openShot(card.shotId ?? null)}
            className="touchable rounded-sm text-sm font-medium underline-offset-4 hover:underline"
          >
            {what}
          </button>
        ) : (
          <span className="text-sm font-medium">{what}</span>
        )}
      </div>
      <p>{card.sentence}</p>
      {cost && <p className="text-sm text-ink-soft">{cost}</p>}
      {softer && (
        <SofterWords way={softer} busy={busyWith === 'softerWords'} onSend={(prompt) => go({ way: softer, prompt })} />
      )}
      {agree && card.consent && (
        <ConsentCard
          consent={card.consent}
          price={agree.price ?? null}
          busy={take.isPending}
          onAgree={(consent) => go({ way: agree, consent })}
          onWithdraw={() => withdraw && go({ way: withdraw })}
        />
      )}
      {others.length > 0 && (
        <div className="flex flex-wrap items-center gap-2">
          {others.map((way: DeskWay) => (
            <WayButton
              key={`${way.act} ${way.model ?? ''}`}
              way={way}
              card={card}
              project={project.id}
              what={what}
              busy={busyWith === way.act}
              onTake={() => go({ way })}
            />
          ))}
        </div>
      )}
      {take.error && <ProblemNotice problem={take.error} />}
    </li>
  )
}

const ended: readonly Card['kind'][] = ['wordsRefused', 'pictureRefused', 'placeholder', 'balance', 'failed']

/** What is known of the cost: of what may have been charged, and of what goes on, nothing is. */
function costOf({ kind, paid, sentence }: Card): string | null {
  if (paid > 0) return `It cost ${formatMoney(paid)}.`
  return ended.includes(kind) ? freeWords(sentence) : null
}

function nameOf(card: Card): string {
  if (card.of === 'project') return 'The whole film'
  const shot = card.number ? `Shot ${card.number}` : 'Cast'
  return card.of === 'still' ? `Still of ${shot.toLowerCase()}` : shot
}
