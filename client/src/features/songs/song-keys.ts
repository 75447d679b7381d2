import { useEffect, useRef } from 'react'
import { isTyping } from '@/lib/platform'
import { readStored } from '@/lib/storage'

/** What can be done by a key on the song page. */
export type SongAct =
  | 'play'
  | 'beatBack'
  | 'beatOn'
  | 'barBack'
  | 'barOn'
  | 'sectionBack'
  | 'sectionOn'
  | 'start'
  | 'end'
  | 'closer'
  | 'wider'
  | 'whole'
  | 'loop'
  | 'click'
  | 'double'
  | 'halve'
  | 'shift'
  | 'nudgeBack'
  | 'nudgeOn'
  | 'one'
  | 'tap'
  | 'split'
  | 'undo'
  | 'redo'

const plain: Record<string, SongAct> = {
  ' ': 'play',
  ArrowLeft: 'beatBack',
  ArrowRight: 'beatOn',
  '[': 'sectionBack',
  ']': 'sectionOn',
  Home: 'start',
  End: 'end',
  '+': 'closer',
  '=': 'closer',
  '-': 'wider',
  '0': 'whole',
  l: 'loop',
  k: 'click',
  d: 'double',
  h: 'halve',
  b: 'shift',
  ',': 'nudgeBack',
  '.': 'nudgeOn',
  '1': 'one',
  t: 'tap',
  x: 'split',
}

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** What a press of keys asks for; null: nothing of this page. While tempo is tapped, the space bar taps. */
export function actOf(press: Press, tapping: boolean): SongAct | null {
  const { key } = press
  if ((press.ctrlKey || press.metaKey) && !press.altKey) {
    if (key.toLowerCase() === 'z') return press.shiftKey ? 'redo' : 'undo'
    return key.toLowerCase() === 'y' ? 'redo' : null
  }
  if (press.altKey || press.ctrlKey || press.metaKey) return null
  if (press.shiftKey && key === 'ArrowLeft') return 'barBack'
  if (press.shiftKey && key === 'ArrowRight') return 'barOn'
  if (key === ' ' && tapping) return 'tap'
  return plain[key] ?? null
}

/** After g comes the letter of a place to go to, and that letter is none of ours. */
const afterG = 1500

/** Keys of the song page. Fields, buttons and open dialogs keep theirs. */
export function useSongKeys(acts: Partial<Record<SongAct, (at: number) => void>>, tapping: boolean): void {
  const latest = useRef({ acts, tapping })
  useEffect(() => {
    latest.current = { acts, tapping }
  })
  useEffect(() => {
    let pressedG = -Infinity
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event) || ownsKey(event)) return
      if (document.querySelector('[role=dialog]')) return
      const going = event.timeStamp - pressedG < afterG
      pressedG = event.key === 'g' ? event.timeStamp : -Infinity
      if (going) return
      const act = actOf(event, latest.current.tapping)
      if (!act) return
      if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !singleKeys()) return
      const run = latest.current.acts[act]
      if (!run || (event.repeat && (act === 'tap' || act === 'play'))) return
      event.preventDefault()
      run(event.timeStamp)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function singleKeys() {
  return readStored<boolean>('studio.singleKeys') ?? true
}

function ownsKey(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  if (target.matches('[data-tap]')) return false
  if (event.key === ' ') return target.matches('button, a, summary, [role=switch], [role=checkbox], [role=radio]')
  if (/^(Arrow|Home|End)/.test(event.key))
    return target.closest('[role=radiogroup], [role=tablist], [role=menu]') !== null
  return false
}
