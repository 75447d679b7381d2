import type { Cut, CutSpan, CutView, CutWish } from '@/api/films'

/** What was said about a shot; an empty wish when nothing was. */
export function wishOf(cut: Cut, shotId: string): CutWish {
  return cut.spans.find((span) => span.shotId === shotId) ?? { shotId, still: false }
}

/** With something else said about a shot. */
export function withWish(cut: Cut, shotId: string, part: Partial<CutWish>): Cut {
  const wish = { ...wishOf(cut, shotId), ...part }
  return { ...cut, spans: [...cut.spans.filter((span) => span.shotId !== shotId), wish] }
}

/** What a shot is to show. Another clip begins anew: where the old one began says nothing about it. */
export type Source = { takeId: string } | { footageId: string } | { still: true } | null

export function withSource(cut: Cut, shotId: string, source: Source): Cut {
  return withWish(cut, shotId, { takeId: null, footageId: null, still: false, inSeconds: null, speed: null, ...source })
}

/** Whether what a span shows can be shown in another place: a still belongs to its shot. */
export function canMove(span: CutSpan | undefined): span is CutSpan {
  return span !== undefined && (span.source === 'take' || span.source === 'footage') && span.sourceId != null
}

/** Lets two shots exchange what they show. The cuts stay on their beats; what lies between them changes places. */
export function exchanged(cut: Cut, one: CutSpan, other: CutSpan): Cut {
  const first = wishOf(cut, one.shotId)
  const second = wishOf(cut, other.shotId)
  const put = (now: Cut, shotId: string, from: CutSpan, wish: CutWish) =>
    withWish(now, shotId, {
      takeId: from.source === 'take' ? (from.sourceId ?? null) : null,
      footageId: from.source === 'footage' ? (from.sourceId ?? null) : null,
      still: false,
      inSeconds: wish.inSeconds ?? null,
      speed: wish.speed ?? null,
    })
  return put(put(cut, one.shotId, other, second), other.shotId, one, first)
}

/** How far into its clip a span can begin: at least two frames have to lie behind it. Seconds. */
export function lastIn(span: CutSpan, rate: number): number {
  return Math.max(0, (span.sourceSeconds ?? 0) - 2 / rate)
}

/** Seconds of film that a span's clip cannot fill even when slowed as far as nobody sees; 0 when it can. */
export function shortBy(span: CutSpan, rate: number): number {
  if (span.sourceSeconds == null) return 0
  const there = (span.sourceSeconds - span.inSeconds) / slowest
  return Math.max(0, span.frames / rate - there)
}

const slowest = 0.85

/** The cut as it will look once the studio has heard of the wishes: what it derives from them follows with its answer. */
export function overlaid(view: CutView, cut: Cut): CutView {
  if (cut === view.cut) return view
  const spans = view.spans.map((span) => {
    const said = (one: Cut) => one.spans.find((wish) => wish.shotId === span.shotId)
    if (said(view.cut) === said(cut)) return span
    const [before, now] = [wishOf(view.cut, span.shotId), wishOf(cut, span.shotId)]
    return {
      ...span,
      inSeconds: now.inSeconds ?? (before.inSeconds == null ? span.inSeconds : 0),
      rule: now.rule ?? span.rule,
      transition: now.transition ?? span.transition,
      transitionFrames:
        now.transitionSeconds == null ? span.transitionFrames : Math.round(now.transitionSeconds * view.frameRate),
      speed: now.speed ?? span.speed,
    }
  })
  return { ...view, cut, spans }
}
