import { useEffect, useRef, useState } from 'react'
import { readStored, writeStored } from '@/lib/storage'
import { Metronome } from './metronome'

export interface Clicking {
  on: boolean
  /** 0 to 1. */
  volume: number
  toggle: () => void
  setVolume: (volume: number) => void
}

/** The click of one song page. It begins silent: nobody expects a click from a page just opened. */
export function useMetronome(beats: readonly number[], positions: readonly number[]): Clicking {
  const metronome = useRef<Metronome | null>(null)
  const [on, setOn] = useState(false)
  const [volume, setVolume] = useState(() => readStored<number>('studio.clickVolume') ?? 0.6)

  useEffect(() => () => metronome.current?.end(), [])
  useEffect(() => metronome.current?.setGrid({ beats, positions }), [beats, positions])

  return {
    on,
    volume,
    toggle: () => {
      if (on) metronome.current?.stop()
      else {
        metronome.current ??= new Metronome()
        metronome.current.setGrid({ beats, positions })
        metronome.current.setVolume(volume)
        metronome.current.start()
      }
      setOn(!on)
    },
    setVolume: (next) => {
      setVolume(next)
      writeStored('studio.clickVolume', next)
      metronome.current?.setVolume(next)
    },
  }
}
