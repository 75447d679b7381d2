import { Switch as Radix } from 'radix-ui'
import { useId, type ReactNode } from 'react'

export interface SwitchProps {
  label: ReactNode
  hint?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  off?: boolean
}

/** Something that is on or off and takes effect at once. */
export function Switch({ label, hint, checked, onChange, off }: SwitchProps) {
  const id = useId()
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="grid gap-0.5">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-ink-faint">
            {hint}
          </p>
        )}
      </div>
      <Radix.Root
        id={id}
        checked={checked}
        onCheckedChange={onChange}
        disabled={off}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="group relative inline-grid h-6 w-11 shrink-0 items-center rounded-full border border-edge-strong bg-well transition-colors after:absolute after:-inset-2.5 disabled:opacity-50 data-[state=checked]:border-lamp data-[state=checked]:bg-lamp"
      >
        <Radix.Thumb className="block size-4 translate-x-[3px] rounded-full bg-ink-faint transition-transform group-data-[state=checked]:translate-x-[23px] group-data-[state=checked]:bg-on-lamp" />
      </Radix.Root>
    </div>
  )
}
