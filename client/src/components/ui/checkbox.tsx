import { Check } from 'lucide-react'
import { Checkbox as Radix } from 'radix-ui'
import { useId, type ReactNode } from 'react'
import { cx } from '@/lib/cx'

export interface CheckboxProps {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  /** The label is only read aloud: for picking cards and rows. */
  hideLabel?: boolean
  off?: boolean
  className?: string
}

export function Checkbox({ label, checked, onChange, hideLabel, off, className }: CheckboxProps) {
  const id = useId()
  return (
    <div className={cx('flex items-start gap-2.5', className)}>
      <Radix.Root
        id={id}
        checked={checked}
        onCheckedChange={(next) => onChange(next === true)}
        disabled={off}
        className="relative mt-0.5 grid size-5 shrink-0 place-items-center rounded-sm border border-edge-strong bg-well after:absolute after:-inset-3 disabled:opacity-50 data-[state=checked]:border-lamp data-[state=checked]:bg-lamp"
      >
        <Radix.Indicator>
          <Check aria-hidden className="size-4 text-on-lamp" strokeWidth={3} />
        </Radix.Indicator>
      </Radix.Root>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : undefined}>
        {label}
      </label>
    </div>
  )
}
