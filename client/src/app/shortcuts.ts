import { useEffect } from 'react'
import { useLocation } from 'wouter'
import { isTyping } from '@/lib/platform'
import { readStored } from '@/lib/storage'
import { places } from './places'

type Sheet = 'palette' | 'keys'

let asked: ((sheet: Sheet) => void) | undefined

/** Opens the palette or the keys from anywhere in the frame. */
export function askFor(sheet: Sheet): void {
  asked?.(sheet)
}

/** Keys that work on every page: Ctrl or ⌘ with K, ?, and g followed by a place's letter. */
export function useShortcuts(open: (sheet: Sheet) => void): void {
  const [, go] = useLocation()
  useEffect(() => {
    asked = open
    let pressedG = -Infinity
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        open('palette')
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || !singleKeys()) return
      if (document.querySelector('[role=dialog]')) return
      if (event.key === '?') open('keys')
      const place = places.find((candidate) => candidate.key === event.key)
      if (place && event.timeStamp - pressedG < 1500) go(place.path)
      pressedG = event.key === 'g' ? event.timeStamp : -Infinity
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
      asked = undefined
    }
  }, [open, go])
}

/** Speech input presses letters by accident: who uses it turns single keys off in the settings. */
function singleKeys() {
  return readStored<boolean>('studio.singleKeys') ?? true
}
