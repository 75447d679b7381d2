import {
  cloneElement,
  useEffect,
  useId,
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  type RefObject,
} from 'react'
import { createPortal } from 'react-dom'
import { cx } from '@/lib/cx'
import { hostOf, useBeside, type Place } from './beside'
import { useLeaving } from './use-leaving'

export interface PopoverProps {
  trigger: ReactElement<ComponentProps<'button'>>
  label: string
  open?: boolean
  onOpenChange?: (open: boolean) => void
  align?: Place['align']
  className?: string
  children: ReactNode
}

/** A small panel beside what opens it. Escape and the ends of its own row of stops lead back to that. */
export function Popover({
  trigger,
  label,
  open: told,
  onOpenChange,
  align = 'start',
  className,
  children,
}: PopoverProps) {
  const [own, setOwn] = useState(false)
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const id = useId()
  const open = told ?? own
  const change = (next: boolean) => {
    setOwn(next)
    onOpenChange?.(next)
  }
  const { props } = trigger
  return (
    <>
      {cloneElement(trigger, {
        ref: setAnchor,
        'aria-haspopup': 'dialog',
        'aria-expanded': open,
        'aria-controls': open ? id : undefined,
        onClick: (event) => {
          props.onClick?.(event)
          change(!open)
        },
      })}
      {open && anchor && (
        <Panel id={id} label={label} anchor={anchor} align={align} className={className} onClose={() => change(false)}>
          {children}
        </Panel>
      )}
    </>
  )
}

interface PanelProps {
  id: string
  label: string
  anchor: HTMLElement
  align: Place['align']
  className: string | undefined
  onClose: () => void
  children: ReactNode
}

function Panel({ id, label, anchor, align, className, onClose, children }: PanelProps) {
  const box = useRef<HTMLDivElement>(null)
  useBeside(box, anchor, { side: 'bottom', align })
  useLeaving(box, anchor, (how) => {
    onClose()
    if (how === 'escape') anchor.focus()
  })
  useFocusInside(box, anchor)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Tab') return
    const stops = stopsOf(box.current)
    const last = event.shiftKey ? stops[0] : stops.at(-1)
    if (last && document.activeElement !== last) return
    onClose()
    anchor.focus()
    if (event.shiftKey) event.preventDefault()
  }
  return createPortal(
    <div
      ref={box}
      id={id}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className={cx(
        'fixed z-50 max-h-[min(30rem,var(--beside-room))] animate-rise overflow-y-auto rounded-lg border border-edge bg-raised shadow-float outline-none',
        className,
      )}
    >
      {children}
    </div>,
    hostOf(anchor),
  )
}

/** The focus goes to the first stop, unless something inside has taken it, and back when the panel goes with the focus in it. */
function useFocusInside(box: RefObject<HTMLElement | null>, anchor: HTMLElement) {
  useEffect(() => {
    const panel = box.current
    if (!panel) return
    if (!panel.contains(document.activeElement)) {
      const target = stopsOf(panel)[0] ?? panel
      target.focus({ preventScroll: true })
    }
    return () => {
      if (document.activeElement === document.body) anchor.focus()
    }
  }, [box, anchor])
}

function stopsOf(panel: HTMLElement | null): HTMLElement[] {
  const found = panel?.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, [tabindex="0"]')
  return [...(found ?? [])].filter((stop) => !stop.matches(':disabled, [tabindex="-1"]'))
}
