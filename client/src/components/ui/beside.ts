import { useLayoutEffect, type RefObject } from 'react'

export interface Place {
  side: 'top' | 'right' | 'bottom'
  align: 'start' | 'center' | 'end'
}

const gap = 6
const edge = 8

/**
 * Keeps a floating box (position: fixed) beside what it belongs to, inside the window, and on the other side where there is more
 * room. The box may use `--beside-width`, the width of what it stands beside, and `--beside-room`, the height that is left.
 */
export function useBeside(
  box: RefObject<HTMLElement | null>,
  anchor: HTMLElement | null,
  { side, align }: Place,
): void {
  useLayoutEffect(() => {
    const floating = box.current
    if (!floating || !anchor) return
    const lay = () => layBeside(floating, anchor.getBoundingClientRect(), { side, align })
    lay()
    const sizes = new ResizeObserver(lay)
    sizes.observe(floating)
    window.addEventListener('scroll', lay, { capture: true, passive: true })
    window.addEventListener('resize', lay)
    return () => {
      sizes.disconnect()
      window.removeEventListener('scroll', lay, { capture: true })
      window.removeEventListener('resize', lay)
    }
  }, [box, anchor, side, align])
}

function layBeside(floating: HTMLElement, at: DOMRect, { side, align }: Place) {
  const { style } = floating
  const { clientWidth, clientHeight } = document.documentElement
  const below = clientHeight - at.bottom - gap - edge
  const above = at.top - gap - edge
  style.setProperty('--beside-width', `${at.width}px`)
  style.setProperty('--beside-room', `${Math.max(below, above, 120)}px`)
  const { offsetWidth: width, offsetHeight: height } = floating
  let left = aligned(align, at.left, at.right, width)
  let top = at.bottom + gap
  if (side === 'right') {
    left = at.right + gap
    top = aligned(align, at.top, at.bottom, height)
  } else if (side === 'top' ? height <= above || above > below : height > below && above > below) {
    top = at.top - gap - height
  }
  // What surrounds the box may be moved by a transform, which fixed places then count from.
  const origin = originOf(floating)
  style.left = `${within(left, width, clientWidth) - origin.left}px`
  style.top = `${within(top, height, clientHeight) - origin.top}px`
}

function aligned(align: Place['align'], start: number, end: number, size: number) {
  if (align === 'start') return start
  return align === 'end' ? end - size : (start + end - size) / 2
}

function within(place: number, size: number, room: number) {
  return Math.max(edge, Math.min(place, room - size - edge))
}

function originOf({ offsetParent }: HTMLElement) {
  if (!offsetParent || offsetParent === document.body) return { left: 0, top: 0 }
  const { left, top } = offsetParent.getBoundingClientRect()
  return { left: left + offsetParent.clientLeft, top: top + offsetParent.clientTop }
}

/** Where a floating box stands in the page: in the dialog that holds its button, which keeps the focus inside itself. */
export function hostOf(anchor: HTMLElement): HTMLElement {
  return anchor.closest<HTMLElement>('[data-holds-page]') ?? document.body
}
