/** That an order cost nothing; null where its own sentence says so already. */
export function freeWords(sentence: string | undefined): string | null {
  return sentence && /\bNothing was (charged|paid)\b/.test(sentence) ? null : 'It cost nothing.'
}
