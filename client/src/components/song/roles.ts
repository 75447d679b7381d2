import type { AnySection, SectionRole } from '@/api/track-types'

export const roles: readonly { role: SectionRole; word: string; colour: string; class: string }[] = [
  { role: 'intro', word: 'Intro', colour: '--color-section-intro', class: 'bg-section-intro' },
  { role: 'verse', word: 'Verse', colour: '--color-section-verse', class: 'bg-section-verse' },
  { role: 'preChorus', word: 'Pre-chorus', colour: '--color-section-pre', class: 'bg-section-pre' },
  { role: 'chorus', word: 'Chorus', colour: '--color-section-chorus', class: 'bg-section-chorus' },
  { role: 'bridge', word: 'Bridge', colour: '--color-section-bridge', class: 'bg-section-bridge' },
  { role: 'drop', word: 'Drop', colour: '--color-section-drop', class: 'bg-section-drop' },
  { role: 'break', word: 'Break', colour: '--color-section-break', class: 'bg-section-break' },
  { role: 'outro', word: 'Outro', colour: '--color-section-outro', class: 'bg-section-outro' },
]

const verse = {
  role: 'verse' as SectionRole,
  word: 'Section',
  colour: '--color-section-outro',
  class: 'bg-section-outro',
}

export function roleOf(role: SectionRole) {
  return roles.find((one) => one.role === role) ?? verse
}

/** What each section is called: its own name, or its role, counted where the role comes more than once. */
export function sectionNames(sections: readonly AnySection[]): string[] {
  const seen = new Map<SectionRole, number>()
  const total = (role: SectionRole) => sections.filter((one) => one.role === role && !one.name).length
  return sections.map(({ role, name }) => {
    if (name) return name
    const count = (seen.get(role) ?? 0) + 1
    seen.set(role, count)
    return total(role) > 1 ? `${roleOf(role).word} ${count}` : roleOf(role).word
  })
}
