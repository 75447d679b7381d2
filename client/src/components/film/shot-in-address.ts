import { useEffect, useState } from 'react'

/** The shot that the address names by its number, "?shot=7"; null for none. */
export function shotInAddress(shots: readonly { id: string; number: number }[]): string | null {
  const number = Number(new URLSearchParams(window.location.search).get('shot'))
  return shots.find((shot) => shot.number === number)?.id ?? null
}

/** Brings a shot's card into sight, moving the page no more than is needed. */
export function bringIntoSight(id: string, block: ScrollLogicalPosition = 'nearest') {
  document.querySelector(`[data-shot="${id}"]`)?.scrollIntoView?.({ block, inline: 'nearest' })
}

/** Whoever follows a link to a shot sees that shot, however far down the film it is. */
export function useLinkedShotInSight(open: { id: string } | null) {
  const [linked] = useState(open?.id)
  useEffect(() => {
    if (linked) bringIntoSight(linked, 'center')
  }, [linked])
}
