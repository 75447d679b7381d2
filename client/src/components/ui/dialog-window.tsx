import { X } from 'lucide-react'
import { Dialog as Radix } from 'radix-ui'
import { useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { cx } from '@/lib/cx'
import type { DialogProps } from './dialog'

const widths = { sm: 'sm:max-w-md', md: 'sm:max-w-xl', lg: 'sm:max-w-3xl', xl: 'sm:max-w-6xl' }

const shapes = {
  dialog:
    'inset-x-0 bottom-0 max-h-[92dvh] rounded-t-xl animate-slide-up sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[calc(100vw-3rem)] sm:-translate-1/2 sm:rounded-xl sm:animate-fade',
  sheet:
    'inset-x-0 bottom-0 max-h-[92dvh] rounded-t-xl animate-slide-up sm:inset-y-0 sm:right-0 sm:left-auto sm:max-h-none sm:w-full sm:rounded-none sm:border-y-0 sm:border-r-0 sm:animate-slide-in',
  full: 'inset-0 animate-fade sm:inset-auto sm:top-1/2 sm:left-1/2 sm:max-h-[94dvh] sm:w-[calc(100vw-3rem)] sm:-translate-1/2 sm:rounded-xl',
}

/**
 * A dialog over the page, closed with Escape, the cross or a press beside it; focus returns to where it was. The shade is our
 * own: Radix's overlay locks scrolling through a style tag, which the content security policy refuses.
 */
export function DialogWindow(props: DialogProps) {
  const { onOpenChange, title, description, hideTitle, shape = 'dialog', width = 'md' } = props
  const cameFrom = useRef<HTMLElement | null>(null)
  return (
    <Radix.Root open onOpenChange={onOpenChange}>
      <Radix.Portal>
        <div aria-hidden className="fixed inset-0 z-40 animate-fade bg-shade" />
        <Radix.Content
          data-holds-page=""
          // What fills the screen, and a sheet that begins with buttons, takes the focus itself: on its first button, that
          // one's tooltip would open with it.
          onOpenAutoFocus={(event) => {
            if (
              !(shape === 'full' || (shape === 'sheet' && hideTitle)) ||
              !(event.currentTarget instanceof HTMLElement)
            )
              return
            event.preventDefault()
            event.currentTarget.focus()
          }}
          // Radix gives the focus back to a trigger of its own, and these dialogs are opened by state.
          onCloseAutoFocus={(event) => {
            event.preventDefault()
            cameFrom.current?.focus()
          }}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cx(
            'fixed z-40 flex flex-col border border-edge bg-raised shadow-float outline-none',
            shapes[shape],
            widths[width],
            props.className,
          )}
        >
          <CameFrom keep={cameFrom} />
          <div className={cx('grid gap-1 px-5 pt-4 pr-14 pb-3', hideTitle && 'sr-only')}>
            <Radix.Title className="display text-xl">{title}</Radix.Title>
            {description && <Radix.Description className="text-ink-soft">{description}</Radix.Description>}
          </div>
          <div className="min-h-0 grow overflow-y-auto overscroll-contain px-5 pb-5">{props.children}</div>
          {props.footer && (
            <div className="flex flex-col-reverse gap-2 border-t border-edge px-5 pt-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] sm:flex-row sm:flex-wrap sm:justify-end">
              {props.footer}
            </div>
          )}
          {/* Last, so that the first stop of the keyboard is what the dialog is for. */}
          <Radix.Close
            aria-label="Close"
            className={cx(
              'touchable absolute top-3 right-3 grid size-9 place-items-center rounded-md text-ink-soft hover:bg-lifted hover:text-ink',
              hideTitle && 'sr-only focus:not-sr-only',
            )}
          >
            <X aria-hidden className="size-[1.125rem]" />
          </Radix.Close>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

/** Remembers what had the focus before the dialog was there; a field in the dialog may take it as soon as it is. */
function CameFrom({ keep }: { keep: RefObject<HTMLElement | null> }) {
  const [before] = useState(() => document.activeElement)
  useLayoutEffect(() => {
    keep.current = before instanceof HTMLElement ? before : null
  }, [before, keep])
  return null
}
