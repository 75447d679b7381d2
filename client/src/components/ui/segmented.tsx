import { RadioGroup } from 'radix-ui'
import type { ReactNode } from 'react'
import { cx } from '@/lib/cx'

export interface Segment<Value extends string> {
  value: Value
  label: ReactNode
  /** The name for a screen reader where the label is a picture. */
  name?: string
  off?: boolean
}

export interface SegmentedProps<Value extends string> {
  label: string
  /** Shows the label over the choice; otherwise it is only read aloud. */
  showLabel?: boolean
  value: Value | undefined
  onChange: (value: Value) => void
  segments: readonly Segment<Value>[]
  hint?: ReactNode
  className?: string
}

/** One of a few, all in sight. Arrow keys move, as in any radio group. */
export function Segmented<Value extends string>(props: SegmentedProps<Value>) {
  const { label, showLabel, value, onChange, segments, hint, className } = props
  return (
    <div className={cx('grid gap-1.5', className)}>
      {showLabel && (
        <span aria-hidden className="text-sm font-medium">
          {label}
        </span>
      )}
      <RadioGroup.Root
        aria-label={label}
        value={value ?? ''}
        onValueChange={(next) => onChange(next as Value)}
        className="flex flex-wrap gap-1.5"
      >
        {segments.map((segment) => (
          <RadioGroup.Item
            key={segment.value}
            value={segment.value}
            aria-label={segment.name}
            disabled={segment.off}
            className="touchable inline-flex min-h-9 items-center gap-2 rounded-md border border-edge-strong bg-well px-3 text-sm font-medium text-ink-soft transition-colors hover:border-ink-faint disabled:opacity-45 data-[state=checked]:border-lamp-ink data-[state=checked]:bg-[color-mix(in_oklab,var(--color-lamp)_16%,var(--color-raised))] data-[state=checked]:text-ink data-[state=checked]:shadow-[inset_0_0_0_1px_var(--color-lamp-ink)]"
          >
            {segment.label}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {hint && <p className="text-sm text-ink-faint">{hint}</p>}
    </div>
  )
}
