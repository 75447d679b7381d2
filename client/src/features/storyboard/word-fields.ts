import type { ShotWords } from '@/api/board'

export interface WordField {
  field: keyof ShotWords
  label: string
  rows: number
  placeholder: string
}

/** The words of a shot, in the order in which one thinks of them. */
export const wordFields: readonly WordField[] = [
  { field: 'picture', label: 'Picture', rows: 3, placeholder: 'What is seen' },
  { field: 'action', label: 'Action', rows: 2, placeholder: 'What happens while it lasts' },
  { field: 'camera', label: 'Camera', rows: 1, placeholder: 'Slow push in' },
  { field: 'light', label: 'Light', rows: 1, placeholder: 'Lanterns from below' },
  { field: 'sung', label: 'Sung', rows: 1, placeholder: 'The line that somebody in the picture sings' },
  { field: 'transition', label: 'To the next shot', rows: 1, placeholder: '' },
]

export const transitions: readonly { value: string; label: string }[] = [
  { value: 'cut', label: 'Cut' },
  { value: 'cross-fade', label: 'Cross-fade' },
  { value: 'dip-to-black', label: 'Dip to black' },
  { value: 'dip-to-white', label: 'Dip to white' },
  { value: 'whip', label: 'Whip' },
  { value: 'match-cut', label: 'Match cut' },
]
