import { useEffect, useRef, type ReactNode } from 'react'
import { Problem } from '@/api/problem'
import { cx } from '@/lib/cx'
import { ProblemNotice } from './problem-notice'

export interface FormProps {
  onSubmit: () => void
  /** What was wrong before sending; changes with every try. */
  errors?: object
  /** What the server said. Shown here unless one of `fields` shows it. */
  problem?: Problem | null
  fields?: readonly string[]
  /** Its name for a screen reader, where a page has several. */
  label?: string
  className?: string
  children: ReactNode
}

/** A form that leads to its first mistake. */
export function Form({ onSubmit, errors, problem, fields = [], label, className, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }, [errors, problem])
  const unclaimed = problem && !(problem.field && fields.includes(problem.field))
  return (
    <form
      ref={form}
      noValidate
      aria-label={label}
      className={cx('grid gap-4', className)}
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
      {unclaimed && <ProblemNotice problem={problem} />}
    </form>
  )
}
