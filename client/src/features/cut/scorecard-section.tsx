import { CircleAlert, CircleCheck } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Scorecard } from '@/api/films'
import { Button } from '@/components/ui/button'
import { grouped } from '@/lib/grouped'
import { fineClock } from '@/lib/fine-clock'
import { songPlayer } from '@/lib/song-player'
import { withWish } from './cut-edits'
import { isOff, offWords } from './marks'
import type { Cutting } from './use-cutting'

/** What was measured in the finished file, in words with their numbers. A press on a place goes there. */
export function ScorecardSection({ cutting }: { cutting: Cutting }) {
  const { film } = cutting
  const card = film?.scorecard
  return (
    <section aria-labelledby="scorecard" className="grid grid-cols-1 gap-3">
      <h2 id="scorecard" className="text-lg font-semibold">
        Scorecard{film && card && <span className="font-normal text-ink-faint"> of film {film.number}</span>}
      </h2>
      {card ? (
        <Card card={card} cutting={cutting} />
      ) : (
        <p className="max-w-prose text-sm text-ink-soft">
          {film
            ? 'This film was not measured. Compose it anew to have it measured.'
            : 'Once the film is composed, the studio opens the finished file and measures it: whether every frame is there, whether the cuts lie on their beats, what is black, frozen or flashes, and how loud it is against the song.'}
        </p>
      )}
    </section>
  )
}

function Card({ card, cutting }: { card: Scorecard; cutting: Cutting }) {
  const { edit, view } = cutting
  const off = card.cutMarks.filter((mark) => isOff(mark.off))
  const free = card.cutMarks.filter((mark) => !isOff(mark.off))
  const numberOf = (shotId: string | null | undefined) => view.spans.find((span) => span.shotId === shotId)?.number
  return (
    <>
      <p className={card.isWhole && card.flashes.length === 0 ? 'text-done' : 'text-attention'}>{card.sentence}</p>
      <dl className="grid gap-px overflow-hidden rounded-lg border border-edge bg-edge">
        <Line name="Frames" good={card.framesFound === card.framesExpected}>
          {grouped(card.framesFound)} of {grouped(card.framesExpected)}
        </Line>
        <Line name="Cuts" good={card.cutsOnTime === card.cutsSeen}>
          <p>{card.cutsSeen === 0 ? `${card.cuts} planned, none can be seen in the picture` : cutWords(card)}</p>
          {off.length > 0 && <Places moments={off} words={(mark) => offWords(mark.off ?? 0)} />}
          {card.freeCuts > 0 && (
            <>
              <p className="mt-1 text-ink-soft">
                {card.freeCuts === 1 ? '1 lies' : `${card.freeCuts} lie`} beside the beat, as planned.
              </p>
              <Places moments={free} words={(mark) => (mark.onBeat ? '' : 'beside the beat')} />
            </>
          )}
        </Line>
        <Line name="Black" good={card.black.length === 0}>
          {card.black.length === 0 ? 'Nowhere' : <Places moments={card.black} words={(mark) => frames(mark.frames)} />}
        </Line>
        <Line name="Frozen" good={card.frozen.length === 0}>
          {card.frozen.length === 0 ? (
            'Nowhere'
          ) : (
            <Places moments={card.frozen} words={(mark) => frames(mark.frames)} />
          )}
        </Line>
        <Line name="Flashes" good={card.flashes.length === 0}>
          {card.flashes.length === 0 ? (
            'Never more than three in a second'
          ) : (
            <ul className="grid gap-1.5">
              {card.flashes.map((mark) => (
                <li key={mark.frame} className="flex flex-wrap items-center gap-2">
                  <Jump seconds={mark.seconds}>
                    {mark.red ? 'red, more than three in a second' : 'more than three in a second'}
                  </Jump>
                  {mark.shotId && numberOf(mark.shotId) !== 1 && (
                    <Button
                      size="sm"
                      onClick={() =>
                        edit((cut) =>
                          withWish(cut, mark.shotId ?? '', { transition: 'crossFade', transitionSeconds: 0.5 }),
                        )
                      }
                    >
                      Soften the cut to shot {numberOf(mark.shotId)}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </Line>
        <Line name="Loudness" good={loudnessHolds(card)}>
          {card.filmLoudness == null || card.songLoudness == null
            ? 'Too quiet to be measured'
            : `Film ${card.filmLoudness.toFixed(1)} LUFS, song ${card.songLoudness.toFixed(1)} LUFS`}
        </Line>
      </dl>
    </>
  )
}

function loudnessHolds({ filmLoudness, songLoudness }: Scorecard): boolean {
  return filmLoudness == null || songLoudness == null || Math.abs(filmLoudness - songLoudness) <= 1
}

/** How many of the cuts that the eye can find lie where they were planned, and how far off the worst is. */
function cutWords({ cutsOnTime, cutsSeen, worstCut }: Scorecard): string {
  const all = cutsSeen === 1 ? 'The one that can be seen lies' : `All ${cutsSeen} that can be seen lie`
  if (worstCut === 0) return `${all} exactly in place`
  if (cutsOnTime === cutsSeen) return `${all} within a frame of their place`
  return `${cutsOnTime} of ${cutsSeen} that can be seen lie within a frame of their place (${percent(cutsOnTime, cutsSeen)}); the worst is ${frames(worstCut)} off`
}

function percent(part: number, whole: number) {
  return `${Math.floor((part / whole) * 100)} %`
}

function frames(count: number) {
  return count === 1 ? '1 frame' : `${count} frames`
}

function Line({ name, good, children }: { name: string; good: boolean; children: ReactNode }) {
  const Icon = good ? CircleCheck : CircleAlert
  return (
    <div className="grid grid-cols-[1.25rem_5.5rem_minmax(0,1fr)] items-start gap-2 bg-raised px-3 py-2 text-sm">
      <Icon aria-hidden className={good ? 'mt-0.5 size-4 text-done' : 'mt-0.5 size-4 text-attention'} />
      <dt className="font-medium">
        {name}
        <span className="sr-only">{good ? ', good' : ', to look at'}</span>
      </dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}

interface Moment {
  frame: number
  seconds: number
}

function Places<One extends Moment>({ moments, words }: { moments: readonly One[]; words: (one: One) => string }) {
  return (
    <ul className="mt-1 flex flex-wrap gap-1.5">
      {moments.map((one) => (
        <li key={one.frame}>
          <Jump seconds={one.seconds}>{words(one)}</Jump>
        </li>
      ))}
    </ul>
  )
}

function Jump({ seconds, children }: { seconds: number; children: string }) {
  return (
    <button
      type="button"
      aria-label={`Go to ${fineClock(seconds)}${children ? `: ${children}` : ''}`}
      onClick={() => songPlayer.seek(seconds)}
      className="touchable inline-flex min-h-7 items-center rounded-sm border border-edge-strong bg-well px-2 text-left hover:bg-lifted"
    >
      <span>
        <span className="font-medium">{fineClock(seconds)}</span>
        {children && <span className="text-ink-soft">: {children}</span>}
      </span>
    </button>
  )
}
