import { useState } from 'react'
import { songPlayer } from '@/lib/song-player'
import { tempoOf, withTap, type Tap, type Tapped } from './tap-tempo'

export interface Tapping {
  on: boolean
  count: number
  result: Tapped | null
  start: () => void
  /** One press, at an instant of the page's clock in milliseconds. */
  tap: (at: number) => void
  again: () => void
  end: () => void
}

export function useTapping(): Tapping {
  const [taps, setTaps] = useState<readonly Tap[] | null>(null)
  return {
    on: taps !== null,
    count: taps?.length ?? 0,
    result: taps && tempoOf(taps),
    start: () => setTaps([]),
    tap: (at) => {
      // The press was a moment ago: the song has gone on since.
      const late = Math.max(0, performance.now() - at) / 1000
      const song = songPlayer.now.playing ? songPlayer.time - late : null
      setTaps((before) => withTap(before ?? [], { clock: at / 1000, song }))
    },
    again: () => setTaps([]),
    end: () => setTaps(null),
  }
}
