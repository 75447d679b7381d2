import type { ReactNode } from 'react'
import { lazyPart } from '@/lib/lazy-part'

export interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** Under the title; also what a screen reader reads first. */
  description?: ReactNode
  hideTitle?: boolean
  /** `sheet`: from the bottom on a phone, a panel at the right on a desktop. `full`: the whole screen on a phone. */
  shape?: 'dialog' | 'sheet' | 'full'
  width?: 'sm' | 'md' | 'lg' | 'xl'
  children: ReactNode
  /** The acts, at the right end; on a phone over the full width. */
  footer?: ReactNode
  className?: string
}

const DialogWindow = lazyPart(() => import('./dialog-window').then((file) => file.DialogWindow))

// No page begins with a dialog: its file is read with the first press of anything, which is when one can come up.
if (typeof window !== 'undefined') {
  for (const press of ['pointerdown', 'keydown'])
    window.addEventListener(press, DialogWindow.preload, { once: true, capture: true })
}

/** A dialog over the page, closed with Escape, the cross or a press beside it; focus returns to where it was. */
export function Dialog(props: DialogProps) {
  return props.open ? <DialogWindow {...props} /> : null
}
