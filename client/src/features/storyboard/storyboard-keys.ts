import { useEffect, useRef } from 'react'
import { isTyping } from '@/lib/platform'
import { readStored } from '@/lib/storage'
import { bringIntoSight } from '@/components/film/shot-in-address'
import { songPlayer } from '@/lib/song-player'
import type { Storyboard } from './use-storyboard'

type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

/** Keys of the storyboard. Fields, sliders and open dialogs keep theirs; undo in a field is the field's own. */
export function useStoryboardKeys(desk: Storyboard): void {
  const latest = useRef(desk)
  useEffect(() => {
    latest.current = desk
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event) || document.querySelector('[role=dialog]')) return
      const { acts, board } = latest.current
      const way = stepOf(event)
      if (way && (way === 'undo' ? board.canUndo : board.canRedo)) {
        event.preventDefault()
        acts[way]()
      } else if (!way && !(event.ctrlKey || event.metaKey || event.altKey) && singleKeys())
        single(event, latest.current)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function stepOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): 'undo' | 'redo' | null {
  if (!(ctrlKey || metaKey) || altKey) return null
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo'
  return key.toLowerCase() === 'y' ? 'redo' : null
}

function single(event: KeyboardEvent, desk: Storyboard) {
  const { board, open, openShot, picks } = desk
  const onControl = event.target instanceof HTMLElement && event.target.closest('button, a, [role=slider], summary')
  const step = (by: number) => {
    const at = open ? board.shots.findIndex((shot) => shot.id === open.id) : -1
    const next = board.shots[Math.max(0, Math.min(board.shots.length - 1, at + by))]
    if (!next) return
    openShot(next.id)
    bringIntoSight(next.id)
  }
  switch (event.key) {
    case ' ':
      if (onControl) return
      event.preventDefault()
      songPlayer.toggle()
      break
    case 'j':
      step(1)
      break
    case 'k':
      step(-1)
      break
    case 'x':
      if (open) picks.toggle(open.id, event.shiftKey)
      break
    case 'Escape':
      if (picks.on) picks.end()
      else if (open) openShot(null)
      break
  }
}

/** Speech input presses letters by accident: who uses it turns single keys off in the settings. */
function singleKeys() {
  return readStored<boolean>('studio.singleKeys') ?? true
}
