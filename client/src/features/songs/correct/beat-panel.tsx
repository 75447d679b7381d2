import { ChevronLeft, ChevronRight, Hand } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { Select } from '@/components/ui/select'
import { StateMark } from '@/components/ui/state-mark'
import { Tooltip } from '@/components/ui/tooltip'
import { certaintyOf, certaintyWords, meterWords, tempoWords } from '../facts'
import type { Desk } from '../use-desk'
import type { SongActs } from '../use-song-acts'
import { asHeard, beatIsTouched, metred } from './beat-changes'
import { TapPad } from './tap-pad'
import type { Tapping } from './use-tapping'

const meters = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** What was heard of the beat, and everything that sets it right. */
export function BeatPanel({ desk, acts, tapping }: { desk: Desk; acts: SongActs; tapping: Tapping }) {
  const { hearing, correcting } = desk
  const { now } = correcting
  const certainty = certaintyWords(certaintyOf(hearing))
  const touched = beatIsTouched(now)
  return (
    <section aria-labelledby="beat-title" className="grid gap-5">
      <div className="grid gap-1">
        <h2 id="beat-title" className="text-lg font-semibold">
          Beat
        </h2>
        <p className="flex flex-wrap items-baseline justify-between gap-x-3">
          <span className="display text-2xl">{hearing.steady ? tempoWords(hearing.tempo) : 'No beat'}</span>
          {touched ? (
            <StateMark tone="done">Corrected by you</StateMark>
          ) : (
            <StateMark tone={certainty.tone}>{certainty.words}</StateMark>
          )}
        </p>
      </div>
      {tapping.on ? (
        <TapPad tapping={tapping} desk={desk} />
      ) : (
        <>
          <Row name="Tempo">
            <Tool keys="h" onClick={acts.halve} label="Half the tempo">
              ÷2
            </Tool>
            <Tool keys="d" onClick={acts.double} label="Double the tempo">
              ×2
            </Tool>
            <Tool keys="t" onClick={tapping.start} label="Tap the tempo">
              <Hand aria-hidden className="size-4" />
              Tap
            </Tool>
          </Row>
          <Row name="Place" hint={placeWords(now.halfBeats, now.nudgeMs)}>
            <Tool keys="," onClick={acts.nudgeBack} label="5 milliseconds earlier">
              <ChevronLeft aria-hidden className="size-4" />5 ms
            </Tool>
            <Tool keys="." onClick={acts.nudgeOn} label="5 milliseconds later">
              5 ms
              <ChevronRight aria-hidden className="size-4" />
            </Tool>
            <Tool keys="b" onClick={acts.shift} label="Move the beats by half a beat">
              + ½ beat
            </Tool>
          </Row>
          <Row name="Bar">
            <Tool keys="1" onClick={acts.one} label="The one is at the playhead">
              The one is here
            </Tool>
            <label className="flex items-center gap-2">
              <span className="sr-only">Metre</span>
              <Select
                className="w-24"
                value={hearing.meter || ''}
                onChange={(event) => correcting.apply(metred(Number(event.target.value)))}
              >
                {hearing.meter === 0 && <option value="">–</option>}
                {meters.map((meter) => (
                  <option key={meter} value={meter}>
                    {meterWords(meter)}
                  </option>
                ))}
              </Select>
            </label>
          </Row>
          {touched && (
            <Button size="sm" look="quiet" className="justify-self-start" onClick={() => correcting.apply(asHeard)}>
              Back to the beat as heard
            </Button>
          )}
        </>
      )}
    </section>
  )
}

function Row({ name, hint, children }: { name: string; hint?: string | undefined; children: ReactNode }) {
  return (
    <div role="group" aria-label={name} className="grid gap-1.5">
      <p aria-hidden className="flex justify-between text-sm font-medium">
        {name}
        {hint && <span className="font-normal text-ink-faint">{hint}</span>}
      </p>
      <div className="flex flex-wrap items-center gap-1.5">{children}</div>
    </div>
  )
}

interface ToolProps {
  label: string
  keys: string
  onClick: () => void
  children: ReactNode
}

function Tool({ label, keys, onClick, children }: ToolProps) {
  return (
    <Tooltip text={`${label} (${keys})`}>
      <Button size="sm" aria-label={label} aria-keyshortcuts={keys} onClick={onClick} className="min-h-10 px-3">
        {children}
      </Button>
    </Tooltip>
  )
}

/** How far the beats were moved by hand: "½ beat later, 10 ms earlier". */
export function placeWords(halfBeats: number, nudgeMs: number): string | undefined {
  const way = (value: number) => (value > 0 ? 'later' : 'earlier')
  const halves = Math.abs(halfBeats)
  const beats = `${Math.floor(halves / 2) || ''}${halves % 2 ? '½' : ''} beat${halves > 2 ? 's' : ''}`
  const words = [
    halves > 0 && `${beats} ${way(halfBeats)}`,
    nudgeMs !== 0 && `${Math.abs(nudgeMs)} ms ${way(nudgeMs)}`,
  ].filter(Boolean)
  return words.length > 0 ? words.join(', ') : undefined
}
