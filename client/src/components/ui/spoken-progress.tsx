import { useState } from 'react'

const steps = [25, 50, 75]

/** Speaks progress to a screen reader at a quarter, a half, three quarters and the end, and is silent in between. */
export function SpokenProgress({ what, value, done }: { what: string; value: number | undefined; done: boolean }) {
  const reached = done ? 100 : (steps.findLast((step) => (value ?? 0) * 100 >= step) ?? 0)
  // What is already so when the page opens is on the page: only changes are spoken.
  const [first] = useState(reached)
  const words = reached === first ? '' : reached === 100 ? `${what}: done` : `${what}: ${reached} percent`
  return (
    <span role="status" className="sr-only">
      {words}
    </span>
  )
}
