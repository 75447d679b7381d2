import type { LucideIcon } from 'lucide-react'
import {
  cloneElement,
  createContext,
  use,
  useEffect,
  useId,
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
} from 'react'
import { createPortal } from 'react-dom'
import { cx } from '@/lib/cx'
import { hostOf, useBeside, type Place } from './beside'
import { useLeaving } from './use-leaving'

export interface MenuProps {
  trigger: ReactElement<ComponentProps<'button'>>
  label: string
  align?: Place['align']
  side?: Place['side']
  children: ReactNode
}

/** Runs an act of the menu after the menu has gone and its button has the focus again. */
const Choose = createContext<(act: () => void) => void>((act) => act())

type Opened = { anchor: HTMLElement; byKey: boolean }

/** Acts behind a button: arrows, Home, End and first letters move, Enter takes, Escape and Tab leave. */
export function Menu({ trigger, label, align = 'end', side = 'bottom', children }: MenuProps) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const id = useId()
  const close = (giveBack: boolean) => {
    setOpened(null)
    if (giveBack) opened?.anchor.focus()
  }
  return (
    <>
      {cloneElement(trigger, {
        'aria-haspopup': 'menu',
        'aria-expanded': opened !== null,
        'aria-controls': opened ? id : undefined,
        onClick: (event) => {
          if (opened) close(true)
          // A press that a key made has no place.
          else setOpened({ anchor: event.currentTarget, byKey: event.detail === 0 })
        },
        onKeyDown: (event) => {
          if (event.key !== 'ArrowDown' || opened) return
          event.preventDefault()
          setOpened({ anchor: event.currentTarget, byKey: true })
        },
      })}
      {opened && (
        <Choose
          value={(act) => {
            close(true)
            act()
          }}
        >
          <MenuList id={id} label={label} opened={opened} place={{ side, align }} onClose={close}>
            {children}
          </MenuList>
        </Choose>
      )}
    </>
  )
}

interface MenuListProps {
  id: string
  label: string
  opened: Opened
  place: Place
  onClose: (giveBack: boolean) => void
  children: ReactNode
}

function MenuList({ id, label, opened, place, onClose, children }: MenuListProps) {
  const box = useRef<HTMLDivElement>(null)
  useBeside(box, opened.anchor, place)
  useLeaving(box, opened.anchor, (how) => onClose(how === 'escape'))
  useEffect(() => {
    const first = opened.byKey ? itemsOf(box.current)[0] : null
    const target = first ?? box.current
    target?.focus({ preventScroll: true })
  }, [opened])

  const onKeyDown = (event: KeyboardEvent) => {
    // The page's single keys are not meant while a menu is open.
    event.stopPropagation()
    // Tab goes on from the button, as if the menu had not been there.
    if (event.key === 'Tab') return onClose(true)
    const items = itemsOf(box.current)
    const next = nextOf(items, event)
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return createPortal(
    <div
      ref={box}
      id={id}
      role="menu"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      className="fixed z-50 max-h-(--beside-room) min-w-48 animate-rise overflow-y-auto rounded-lg border border-edge bg-raised p-1 shadow-float outline-none"
    >
      {children}
    </div>,
    hostOf(opened.anchor),
  )
}

function itemsOf(menu: HTMLElement | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role=menuitem]:not([aria-disabled])') ?? [])]
}

function nextOf(items: readonly HTMLElement[], { key, ctrlKey, metaKey, altKey }: KeyboardEvent) {
  const at = items.findIndex((item) => item === document.activeElement)
  switch (key) {
    case 'ArrowDown':
      return items[Math.min(at + 1, items.length - 1)]
    case 'ArrowUp':
      return items[at < 0 ? items.length - 1 : Math.max(at - 1, 0)]
    case 'Home':
      return items[0]
    case 'End':
      return items.at(-1)
  }
  if (key.length !== 1 || key === ' ' || ctrlKey || metaKey || altKey) return undefined
  const from = [...items.slice(at + 1), ...items.slice(0, at + 1)]
  return from.find((item) => item.textContent?.trim().toLowerCase().startsWith(key.toLowerCase()))
}

export interface MenuItemProps {
  icon?: LucideIcon
  danger?: boolean
  off?: boolean
  onSelect: () => void
  children: ReactNode
}

export function MenuItem({ icon: Icon, danger, off, onSelect, children }: MenuItemProps) {
  const choose = use(Choose)
  return (
    <button
      type="button"
      role="menuitem"
      tabIndex={-1}
      aria-disabled={off || undefined}
      onClick={() => !off && choose(onSelect)}
      onPointerMove={({ currentTarget }) => !off && currentTarget.focus({ preventScroll: true })}
      className={cx(
        'touchable flex min-h-9 w-full items-center gap-2.5 rounded-md px-2.5 text-left text-sm outline-none focus:bg-lifted aria-disabled:opacity-50',
        danger ? 'text-refused' : 'text-ink',
      )}
    >
      {Icon && <Icon aria-hidden className="size-4" />}
      {children}
    </button>
  )
}

export function MenuRule() {
  return <div role="separator" className="mx-2 my-1 h-px bg-edge" />
}
