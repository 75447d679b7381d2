import type { SoundModel } from '@/api/sounds'

/** What can be sung and spoken, by its two letters. */
const languages: Record<string, string> = {
  ar: 'Arabic',
  zh: 'Chinese',
  hr: 'Croatian',
  cs: 'Czech',
  da: 'Danish',
  nl: 'Dutch',
  en: 'English',
  fi: 'Finnish',
  fr: 'French',
  de: 'German',
  el: 'Greek',
  he: 'Hebrew',
  hi: 'Hindi',
  hu: 'Hungarian',
  id: 'Indonesian',
  it: 'Italian',
  ja: 'Japanese',
  ko: 'Korean',
  no: 'Norwegian',
  pl: 'Polish',
  pt: 'Portuguese',
  ro: 'Romanian',
  ru: 'Russian',
  es: 'Spanish',
  sv: 'Swedish',
  th: 'Thai',
  tr: 'Turkish',
  uk: 'Ukrainian',
  vi: 'Vietnamese',
}

export const languageChoices = Object.entries(languages)

/**
 * A language as its model reads it. Two families that read aloud want English names and silently ignore letters; all others, and
 * everything that sings, want the letters.
 */
export function languageFor(code: string, { kind, id }: SoundModel): string {
  return kind === 'speech' && /qwen|minimax/i.test(id) ? (languages[code] ?? code) : code
}
