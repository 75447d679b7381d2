import { useSyncExternalStore } from 'react'

const wide = '(min-width: 64rem)'

/** Whether two columns fit beside each other. */
export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const media = window.matchMedia?.(wide)
      media?.addEventListener('change', listener)
      return () => media?.removeEventListener('change', listener)
    },
    () => window.matchMedia?.(wide).matches ?? true,
  )
}
