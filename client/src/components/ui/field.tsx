import { CircleAlert } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { cx } from '@/lib/cx'

/** What a control needs to belong to its label, hint and error. */
export interface FieldWiring {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': true | undefined
  'aria-required': true | undefined
}

export interface FieldProps {
  label: ReactNode
  hint?: ReactNode
  /** Why the value cannot be used, and what can. */
  error?: string | undefined
  /** Beside the label: a counter, "optional". */
  aside?: ReactNode
  required?: boolean
  className?: string
  children: (wiring: FieldWiring) => ReactNode
}

/** A label over a control, a hint and an error under it, joined for a screen reader. */
export function Field({ label, hint, error, aside, required, className, children }: FieldProps) {
  const id = useId()
  const described = cx(error ? `${id}-error` : null, hint ? `${id}-hint` : null) || undefined
  const wiring: FieldWiring = {
    id,
    'aria-describedby': described,
    'aria-invalid': error ? true : undefined,
    'aria-required': required ? true : undefined,
  }
  return (
    <div className={cx('grid gap-1.5', className)}>
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="text-sm font-medium text-ink">
          {label}
        </label>
        {aside && <span className="text-xs text-ink-faint">{aside}</span>}
      </div>
      {children(wiring)}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-ink-faint">
          {hint}
        </p>
      )}
    </div>
  )
}

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} role="alert" className="flex items-start gap-1.5 text-sm text-refused">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  )
}
