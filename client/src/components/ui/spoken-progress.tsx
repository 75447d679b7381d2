import { useState } from 'react'

const steps = [25, 50, 75]

interface SpokenProgressProps {
  what: string
  /** 0 to 1; undefined when nobody knows. */
  value: number | undefined
  done: boolean
  /** It came to nothing; why is on the page. */
  failed?: boolean
}

/** Speaks progress to a screen reader at a quarter, a half, three quarters and the end, and is silent in between. */
export function SpokenProgress({ what, value, done, failed = false }: SpokenProgressProps) {
  const step = steps.findLast((one) => (value ?? 0) * 100 >= one)
  const now = failed ? 'failed' : done ? 'done' : step === undefined ? null : `${step} percent`
  // What is already so when the page opens is on the page: only changes are spoken.
  const [silent, setSilent] = useState(true)
  const [first] = useState(now)
  if (silent && now !== first) setSilent(false)
  return (
    <span role="status" className="sr-only">
      {silent || now === null ? '' : `${what}: ${now}`}
    </span>
  )
}
