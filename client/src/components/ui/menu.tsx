import type { LucideIcon } from 'lucide-react'
import { DropdownMenu } from 'radix-ui'
import type { ReactElement, ReactNode } from 'react'
import { cx } from '@/lib/cx'

export interface MenuProps {
  trigger: ReactElement
  label: string
  align?: 'start' | 'end'
  side?: 'top' | 'right' | 'bottom'
  children: ReactNode
}

/** Acts behind a button. Not modal: a modal one would lock scrolling through a style tag, which the policy refuses. */
export function Menu({ trigger, label, align = 'end', side = 'bottom', children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-label={label}
          align={align}
          side={side}
          sideOffset={6}
          collisionPadding={10}
          className="z-50 min-w-48 animate-rise rounded-lg border border-edge bg-raised p-1 shadow-float"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  )
}

export interface MenuItemProps {
  icon?: LucideIcon
  danger?: boolean
  off?: boolean
  onSelect: () => void
  children: ReactNode
}

export function MenuItem({ icon: Icon, danger, off, onSelect, children }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      disabled={off}
      onSelect={onSelect}
      className={cx(
        'touchable flex min-h-9 items-center gap-2.5 rounded-md px-2.5 text-sm outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-lifted',
        danger ? 'text-refused' : 'text-ink',
      )}
    >
      {Icon && <Icon aria-hidden className="size-4" />}
      {children}
    </DropdownMenu.Item>
  )
}

export function MenuRule() {
  return <DropdownMenu.Separator className="mx-2 my-1 h-px bg-edge" />
}
