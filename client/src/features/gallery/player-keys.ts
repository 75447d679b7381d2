import { useEffect, useRef } from 'react'
import { readStored } from '@/lib/storage'
import type { Player } from './use-player'

/** Seconds that an arrow jumps: clips are 5 to 10 seconds long. */
const jump = 1

interface Around {
  previous: () => void
  next: () => void
}

/** What a key does in the player; null: nothing. */
export function actOf(key: string, player: Player, around: Around): (() => void) | null {
  switch (key) {
    case ' ':
    case 'k':
      return player.toggle
    case 'ArrowLeft':
      return () => player.seek(player.time - jump)
    case 'ArrowRight':
      return () => player.seek(player.time + jump)
    case 'Home':
      return () => player.seek(0)
    case 'End':
      return () => player.seek(player.duration)
    case ',':
      return () => player.step(-1)
    case '.':
      return () => player.step(1)
    case 'f':
      return player.fullScreen
    case 'm':
      return player.mute
    case 'l':
      return () => player.setLoop(!player.loop)
    case 'PageUp':
      return around.previous
    case 'PageDown':
      return around.next
    default:
      return null
  }
}

/** Keys of the open player. A control that has a meaning for a key of its own keeps it. */
export function usePlayerKeys(player: Player, around: Around): void {
  const latest = useRef({ player, around })
  useEffect(() => {
    latest.current = { player, around }
  })
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || ownsKey(event)) return
      if (/^[a-z,.]$/.test(event.key) && readStored<boolean>('studio.singleKeys') === false) return
      const act = actOf(event.key, latest.current.player, latest.current.around)
      if (!act) return
      event.preventDefault()
      act()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}

function ownsKey(event: KeyboardEvent): boolean {
  const target = event.target
  if (!(target instanceof HTMLElement)) return false
  // A dialog over the player, such as the one that asks before deleting, has the keys for itself.
  if (target.closest('[role=dialog]')?.querySelector('[data-player]') === null) return true
  if (target.matches('input:not([type=range]), textarea, select')) return true
  if (event.key === ' ') return target.matches('button, a, [role=switch], [role=checkbox]')
  return event.key.startsWith('Page') && target.matches('[data-scrolls]')
}
