import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, MouseEvent } from 'react'
import { cx } from '@/lib/cx'

export type ButtonLook = 'lamp' | 'plain' | 'quiet' | 'danger'

const looks: Record<ButtonLook, string> = {
  lamp: 'bg-lamp text-on-lamp border-transparent hover:bg-lamp-bright font-semibold',
  plain: 'bg-raised text-ink border-edge-strong hover:bg-lifted font-medium',
  quiet: 'bg-transparent text-ink-soft border-transparent hover:bg-lifted hover:text-ink font-medium',
  danger: 'bg-danger text-on-danger border-transparent hover:brightness-110 font-semibold',
}

const sizes = {
  sm: 'touchable min-h-8 px-2.5 text-sm gap-1.5',
  md: 'touchable min-h-10 px-4 text-base gap-2',
  // A verb with its price has to fit a phone of 360 px.
  lg: 'min-h-12 px-5 text-lg gap-2.5 max-sm:px-4 max-sm:text-base max-sm:gap-2',
}

/** The shape of a button, for links that act as one. */
export function buttonClass(look: ButtonLook = 'plain', size: keyof typeof sizes = 'md', className?: string): string {
  const shape =
    'inline-flex items-center justify-center rounded-md border whitespace-nowrap select-none transition-[background-color,color,filter] aria-disabled:opacity-55 aria-disabled:cursor-not-allowed'
  return cx(shape, looks[look], sizes[size], className)
}

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  look?: ButtonLook
  size?: keyof typeof sizes
  /** Under way: keeps its words and its focus, and ignores further presses. */
  busy?: boolean
  /** Not now. Stays reachable, so that a person can find out why: say it beside the button. */
  off?: boolean
}

export function Button({ look, size, busy, off, className, children, onClick, type = 'button', ...rest }: ButtonProps) {
  const idle = busy || off
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (idle) event.preventDefault()
    else onClick?.(event)
  }
  return (
    <button
      type={type}
      className={buttonClass(look, size, className)}
      aria-disabled={idle || undefined}
      aria-busy={busy || undefined}
      onClick={press}
      {...rest}
    >
      {busy && <LoaderCircle aria-hidden className="size-4 shrink-0 animate-turn" />}
      {children}
    </button>
  )
}
