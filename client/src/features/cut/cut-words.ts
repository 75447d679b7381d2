import type { TransitionKind, WhenShort } from '@/api/films'

export const transitions: readonly { kind: TransitionKind; word: string }[] = [
  { kind: 'cut', word: 'Cut' },
  { kind: 'crossFade', word: 'Cross-fade' },
  { kind: 'dipToBlack', word: 'Dip to black' },
  { kind: 'dipToWhite', word: 'Dip to white' },
  { kind: 'whip', word: 'Whip' },
  { kind: 'matchHold', word: 'Hold and match' },
]

export function transitionWord(kind: TransitionKind): string {
  return transitions.find((one) => one.kind === kind)?.word ?? 'Cut'
}

export const rules: readonly { rule: WhenShort; word: string }[] = [
  { rule: 'hold', word: 'Hold its last picture' },
  { rule: 'pingPong', word: 'Go back and forth' },
  { rule: 'loop', word: 'Begin again' },
]
