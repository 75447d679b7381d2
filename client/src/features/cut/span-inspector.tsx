import { X } from 'lucide-react'
import type { CutSpan, TransitionKind, WhenShort } from '@/api/films'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import { StateMark } from '@/components/ui/state-mark'
import { fineClock } from '@/lib/fine-clock'
import { shortBy, wishOf, withWish } from './cut-edits'
import { rules, transitions } from './cut-words'
import { RangeField } from './range-field'
import { SourceChoice } from './source-choice'
import { TrimField } from './trim-field'
import type { Cutting } from './use-cutting'

/** One span of the cut: what it shows, from where, and how the film comes to it. */
export function SpanInspector({ cutting, span }: { cutting: Cutting; span: CutSpan }) {
  const { view, openShot } = cutting
  const rate = view.frameRate
  const short = shortBy(span, rate)
  return (
    <div className="grid grid-cols-1 gap-5">
      <header className="flex items-start justify-between gap-2">
        <div className="grid gap-0.5">
          <h2 className="display text-xl">Shot {span.number}</h2>
          <p className="text-sm text-ink-faint">
            {fineClock(span.startFrame / rate)}, {span.frames} frames
          </p>
          <StateMark tone={span.onBeat ? 'done' : 'waiting'}>
            {span.onBeat ? 'Begins on a beat' : 'Begins beside the beat'}
          </StateMark>
        </div>
        <IconButton icon={X} label="Close the shot" onClick={() => openShot(null)} />
      </header>
      {span.missing && (
        <Notice tone={span.source === 'none' ? 'refused' : 'attention'} className="text-sm">
          {span.missing}
        </Notice>
      )}
      <SourceChoice cutting={cutting} span={span} />
      {span.sourceSeconds != null && <TrimField cutting={cutting} span={span} />}
      {short > 0 && <ShortRule cutting={cutting} span={span} short={short} />}
      {span.number > 1 && <TransitionFields cutting={cutting} span={span} />}
    </div>
  )
}

function ShortRule({ cutting, span, short }: { cutting: Cutting; span: CutSpan; short: number }) {
  const { edit } = cutting
  return (
    <Field
      label="When the clip has ended"
      hint={`It is ${short.toFixed(1)} s too short for its place, also when it is slowed as far as nobody sees.`}
    >
      {(wiring) => (
        <Select
          {...wiring}
          value={span.rule}
          onChange={(event) => edit((cut) => withWish(cut, span.shotId, { rule: event.target.value as WhenShort }))}
        >
          {rules.map(({ rule, word }) => (
            <option key={rule} value={rule}>
              {word}
            </option>
          ))}
        </Select>
      )}
    </Field>
  )
}

function TransitionFields({ cutting, span }: { cutting: Cutting; span: CutSpan }) {
  const { view, edit } = cutting
  const seconds = wishOf(view.cut, span.shotId).transitionSeconds ?? span.transitionFrames / view.frameRate
  return (
    <div className="grid gap-3">
      <Field label="How the film comes to it" hint="It lies around the cut; the cut stays where it is.">
        {(wiring) => (
          <Select
            {...wiring}
            value={span.transition}
            onChange={(event) =>
              edit((cut) =>
                withWish(cut, span.shotId, {
                  transition: event.target.value as TransitionKind,
                  transitionSeconds: null,
                }),
              )
            }
          >
            {transitions.map(({ kind, word }) => (
              <option key={kind} value={kind}>
                {word}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {span.transition !== 'cut' && (
        <RangeField
          label="Length"
          value={Math.max(0.08, Math.min(2, seconds))}
          min={0.08}
          max={2}
          step={0.04}
          words={(now) => `${now.toFixed(2)} s`}
          onChange={(transitionSeconds) => edit((cut) => withWish(cut, span.shotId, { transitionSeconds }))}
        />
      )}
    </div>
  )
}
