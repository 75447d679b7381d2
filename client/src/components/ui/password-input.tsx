import { Eye, EyeOff } from 'lucide-react'
import { useState, type ComponentProps } from 'react'
import { cx } from '@/lib/cx'

/** A password that can be looked at: on a phone one rarely types it right unseen. */
export function PasswordInput({ className, ...rest }: Omit<ComponentProps<'input'>, 'type'>) {
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <span className={cx('relative block', className)}>
      <input
        type={shown ? 'text' : 'password'}
        spellCheck={false}
        autoCapitalize="none"
        className="control w-full pr-12"
        {...rest}
      />
      <button
        type="button"
        aria-label="Show the password"
        aria-pressed={shown}
        onClick={() => setShown(!shown)}
        className="touchable absolute inset-y-0 right-0 grid w-11 place-items-center rounded-md text-ink-faint hover:text-ink"
      >
        <Icon aria-hidden className="size-[1.125rem]" />
      </button>
    </span>
  )
}
