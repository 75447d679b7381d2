import type { AnySection, SectionEdit, SectionRole } from '@/api/track-types'
import { nearest } from '@/components/song/bars'

/** No section is shorter: under a second nothing can be shown or cut. */
export const shortestSection = 1

/** What a person may say about a section, without what was heard in it. */
export function plain(sections: readonly AnySection[]): SectionEdit[] {
  return sections.map(({ start, end, role, name, exact }) => ({
    start,
    end,
    role,
    ...(name ? { name } : {}),
    exact: exact ?? false,
  }))
}

/** Moves the edge between section `index − 1` and `index`; both keep at least a second. */
export function edgeMoved(
  sections: readonly AnySection[],
  index: number,
  to: number,
  snapTo: readonly number[] | null,
): SectionEdit[] {
  const [before, after] = [sections[index - 1], sections[index]]
  if (!before || !after) return plain(sections)
  const [least, most] = [before.start + shortestSection, after.end - shortestSection]
  if (least > most) return plain(sections)
  const within = (seconds: number) => Math.max(least, Math.min(most, seconds))
  const bars = snapTo?.filter((bar) => bar >= least && bar <= most) ?? []
  const edge = bars.length > 0 ? nearest(bars, within(to)) : within(to)
  const exact = snapTo === null
  return plain(sections).map((section, at) => {
    if (at === index - 1) return { ...section, end: edge }
    return at === index ? { ...section, start: edge, exact } : section
  })
}

/** Cuts the section at a moment in two; the second keeps the role and loses the name. */
export function split(sections: readonly AnySection[], at: number, snapTo: readonly number[]): SectionEdit[] | null {
  const index = sections.findIndex((section) => at > section.start && at < section.end)
  const section = sections[index]
  if (!section) return null
  const fits = (edge: number) => edge - section.start >= shortestSection && section.end - edge >= shortestSection
  const bars = snapTo.filter(fits)
  const edge = bars.length > 0 ? nearest(bars, at) : at
  if (!fits(edge)) return null
  const rest = plain(sections)
  const whole = rest[index] as SectionEdit
  return [
    ...rest.slice(0, index),
    { ...whole, end: edge },
    { start: edge, end: whole.end, role: whole.role, exact: false },
    ...rest.slice(index + 1),
  ]
}

/** Joins a section with the one after it; the first keeps its role and name. */
export function merged(sections: readonly AnySection[], index: number): SectionEdit[] {
  const rest = plain(sections)
  const [first, second] = [rest[index], rest[index + 1]]
  if (!first || !second) return rest
  return [...rest.slice(0, index), { ...first, end: second.end }, ...rest.slice(index + 2)]
}

export function described(
  sections: readonly AnySection[],
  index: number,
  change: { role?: SectionRole; name?: string },
): SectionEdit[] {
  return plain(sections).map((section, at) => {
    if (at !== index) return section
    const { name = section.name, role = section.role } = change
    const { start, end, exact } = section
    return { start, end, role, exact, ...(name?.trim() ? { name: name.trim() } : {}) }
  })
}

type Span = { start: number; end: number }

export function isFree(free: readonly Span[], { start, end }: Span): boolean {
  return free.some((one) => one.start <= start + 0.01 && one.end >= end - 0.01)
}

/** Marks a stretch as having no beat to follow, or takes that back. */
export function freed(free: readonly Span[], { start, end }: Span, on: boolean): Span[] {
  const left = free.flatMap((one) => [
    { start: one.start, end: Math.min(one.end, start) },
    { start: Math.max(one.start, end), end: one.end },
  ])
  const kept = left.filter((one) => one.end - one.start > 0.01)
  return (on ? [...kept, { start, end }] : kept).sort((a, b) => a.start - b.start)
}
