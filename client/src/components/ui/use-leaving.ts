import { useEffect, useRef, type RefObject } from 'react'

/** How a floating box was left: `escape` gives the focus back, a press or a step elsewhere has its own place for it. */
export type Leaving = 'escape' | 'elsewhere'

/** Tells when somebody leaves an open box: by Escape, by a press beside it, or by going on to something else. */
export function useLeaving(
  box: RefObject<HTMLElement | null>,
  anchor: HTMLElement | null,
  onLeave: (how: Leaving) => void,
): void {
  const latest = useRef(onLeave)
  useEffect(() => {
    latest.current = onLeave
  })
  useEffect(() => {
    if (!anchor) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return
      // It closes this box and not the dialog around it, which listens at the document.
      event.preventDefault()
      event.stopPropagation()
      latest.current('escape')
    }
    const onElsewhere = ({ target }: Event) => {
      if (!(target instanceof Node) || anchor.contains(target) || box.current?.contains(target)) return
      latest.current('elsewhere')
    }
    window.addEventListener('keydown', onKey, true)
    document.addEventListener('pointerdown', onElsewhere, true)
    document.addEventListener('focusin', onElsewhere, true)
    return () => {
      window.removeEventListener('keydown', onKey, true)
      document.removeEventListener('pointerdown', onElsewhere, true)
      document.removeEventListener('focusin', onElsewhere, true)
    }
  }, [anchor, box])
}
