import { cloneElement, useEffect, useRef, useState, type DOMAttributes, type ReactElement, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useBeside } from './beside'

/** The first tip waits until the pointer rests; after it the next ones show at once. Milliseconds. */
const patience = 450
const staysAwake = 200

let awakeUntil = 0

type Handlers = Pick<
  DOMAttributes<HTMLElement>,
  'onPointerEnter' | 'onPointerLeave' | 'onPointerDown' | 'onFocus' | 'onBlur'
>

/** A word or two about what is pointed at or focused, for the eye alone: what it says is said in another way too. */
export function Tooltip({ text, children }: { text: ReactNode; children: ReactElement<Handlers> }) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const after = (wait: number, act: () => void) => {
    clearTimeout(timer.current)
    timer.current = setTimeout(act, wait)
  }
  const hide = () => {
    clearTimeout(timer.current)
    if (anchor) awakeUntil = Date.now() + staysAwake
    setAnchor(null)
  }
  // A moment to get from the button to the words.
  const hideSoon = () => after(80, hide)
  const own = children.props
  const handlers: Handlers = {
    onPointerEnter: (event) => {
      own.onPointerEnter?.(event)
      const { currentTarget } = event
      if (event.pointerType !== 'touch') after(Date.now() < awakeUntil ? 0 : patience, () => setAnchor(currentTarget))
    },
    onPointerLeave: (event) => {
      own.onPointerLeave?.(event)
      hideSoon()
    },
    onPointerDown: (event) => {
      own.onPointerDown?.(event)
      hide()
    },
    onFocus: (event) => {
      own.onFocus?.(event)
      if (event.currentTarget.matches(':focus-visible')) setAnchor(event.currentTarget)
    },
    onBlur: (event) => {
      own.onBlur?.(event)
      hide()
    },
  }
  return (
    <>
      {cloneElement(children, handlers)}
      {anchor && (
        <Tip anchor={anchor} onEnter={() => clearTimeout(timer.current)} onLeave={hideSoon} onEscape={hide}>
          {text}
        </Tip>
      )}
    </>
  )
}

interface TipProps {
  anchor: HTMLElement
  onEnter: () => void
  onLeave: () => void
  onEscape: () => void
  children: ReactNode
}

function Tip({ anchor, onEnter, onLeave, onEscape, children }: TipProps) {
  const box = useRef<HTMLDivElement>(null)
  useBeside(box, anchor, { side: 'top', align: 'center' })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && onEscape()
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
  return createPortal(
    <div
      ref={box}
      aria-hidden
      onPointerEnter={onEnter}
      onPointerLeave={onLeave}
      className="fixed z-50 max-w-64 animate-fade rounded-sm bg-ink px-2 py-1 text-xs text-ground"
    >
      {children}
    </div>,
    document.body,
  )
}
