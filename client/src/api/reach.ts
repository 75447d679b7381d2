import { useSyncExternalStore } from 'react'

let reached = true
const listeners = new Set<() => void>()

/** Told by every call: whether the studio answered at all, be it with a refusal. */
export function tellReach(answered: boolean): void {
  if (reached === answered) return
  reached = answered
  listeners.forEach((listener) => listener())
}

export function useReached(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => reached,
  )
}
