import { useEffect, useRef } from 'react'
import { isTyping } from '@/lib/platform'
import { readStored } from '@/lib/storage'

export type FilmKeys = Partial<Record<string, (event: KeyboardEvent) => void>>

/** Controls that answer to a key themselves. */
const ofControls: Record<string, string> = {
  ' ': 'button, a, summary, video, [role=checkbox], [role=switch], [role=radio], [role=slider]',
  ArrowLeft: '[role=slider], [role=radiogroup], [role=tablist], [role=menu], video',
  ArrowRight: '[role=slider], [role=radiogroup], [role=tablist], [role=menu], video',
}

/**
 * Keys of a step. Fields, controls and open dialogs keep theirs; single letters rest where they are turned off. A key with Ctrl or
 * ⌘ is named "mod+z", with Shift too "mod+shift+z".
 */
export function useFilmKeys(keys: FilmKeys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.altKey || isTyping(event) || document.querySelector('[role=dialog]')) return
      const name = nameOf(event)
      const act = latest.current[name]
      const target = event.target instanceof HTMLElement ? event.target : null
      if (!act || target?.closest(ofControls[name] ?? '[data-keeps-keys]')) return
      if (/^[a-z,.]$/.test(name) && !(readStored<boolean>('studio.singleKeys') ?? true)) return
      event.preventDefault()
      act(event)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function nameOf({ key, ctrlKey, metaKey, shiftKey }: KeyboardEvent): string {
  if (!ctrlKey && !metaKey) return key
  return `mod+${shiftKey ? 'shift+' : ''}${key.toLowerCase()}`
}
