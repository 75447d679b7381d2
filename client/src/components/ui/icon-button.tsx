import type { LucideIcon } from 'lucide-react'
import type { ComponentProps } from 'react'
import { cx } from '@/lib/cx'
import { Tooltip } from './tooltip'

export interface IconButtonProps extends ComponentProps<'button'> {
  icon: LucideIcon
  /** Its name, read aloud and shown when pointed at. */
  label: string
  look?: 'quiet' | 'plain'
  /** The keys that do the same, as a person reads them: "Ctrl Z". */
  keys?: string
  /** Not now. Keeps the focus, which a disabled button would lose under the finger. */
  off?: boolean
}

export function IconButton({
  icon: Icon,
  label,
  look = 'quiet',
  keys,
  off,
  className,
  onClick,
  ...rest
}: IconButtonProps) {
  const shape = look === 'plain' ? 'border border-edge-strong bg-raised' : 'text-ink-soft hover:text-ink'
  return (
    <Tooltip text={keys ? `${label} (${keys})` : label}>
      <button
        type="button"
        aria-label={label}
        aria-disabled={off || undefined}
        onClick={off ? undefined : onClick}
        className={cx(
          'touchable inline-grid size-9 shrink-0 place-items-center rounded-md transition-colors hover:bg-lifted disabled:opacity-50 aria-disabled:opacity-50',
          shape,
          className,
        )}
        {...rest}
      >
        <Icon aria-hidden className="size-[1.125rem]" />
      </button>
    </Tooltip>
  )
}
