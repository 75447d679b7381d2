import type { AnySection, Corrections, HeardSection, Hearing } from '@/api/track-types'

/**
 * What was heard, with those corrections already in it that the page can do by itself, so that an edge stays where it was
 * dropped and a nudge shows at once. The rest shows when the studio answers, a moment later.
 */
export function previewed(hearing: Hearing, now: Corrections): Hearing {
  const nudge = (now.nudgeMs - hearing.corrections.nudgeMs) / 1000
  const moved = nudge !== 0 && !now.tapped === !hearing.corrections.tapped
  const edited = now.sections && now.sections !== hearing.corrections.sections
  if (!moved && !edited) return hearing
  return {
    ...hearing,
    beats: moved ? hearing.beats.map((beat) => beat + nudge) : hearing.beats,
    sections: edited ? withFacts(now.sections ?? [], hearing.sections) : hearing.sections,
  }
}

/** Edited sections with what was heard where they lie. */
export function withFacts(edited: readonly AnySection[], heard: readonly HeardSection[]): HeardSection[] {
  return edited.map((section) => {
    const most = heard.reduce<{ one: HeardSection | undefined; shared: number }>(
      (best, one) => {
        const shared = Math.min(one.end, section.end) - Math.max(one.start, section.start)
        return shared > best.shared ? { one, shared } : best
      },
      { one: undefined, shared: 0 },
    ).one
    return { energy: most?.energy ?? 0, onsetDensity: most?.onsetDensity ?? 0, why: '', ...section }
  })
}

/** What was heard, its sections knowing which of their edges a person has put beside a bar on purpose. */
export function withExact(hearing: Hearing): Hearing {
  const said = hearing.corrections.sections
  if (!said?.some((section) => section.exact)) return hearing
  const exact = new Set(said.filter((section) => section.exact).map((section) => section.start.toFixed(3)))
  return {
    ...hearing,
    sections: hearing.sections.map((section) => ({ ...section, exact: exact.has(section.start.toFixed(3)) })),
  }
}
