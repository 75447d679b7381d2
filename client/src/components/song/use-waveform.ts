import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import type { Track } from '@/api/track-types'
import { followWaveform, waveformOf } from '@/api/tracks'
import { LiveWaveform } from './live-waveform'
import { readWaveform, type Waveform } from './waveform'

/** The drawn song: the finished one, or what has come of it while the studio is still reading the file. */
export function useWaveform(track: Track): { waveform: Waveform | null; missing: boolean } {
  const heard = track.state === 'heard'
  const stored = useQuery({ ...waveformOf(track.id), enabled: heard })
  const finished = useMemo(() => (stored.data ? readWaveform(stored.data) : null), [stored.data])
  const live = useLiveWaveform(track.id, track.state === 'waiting' || track.state === 'listening')
  return { waveform: finished ?? live, missing: heard && (stored.isError || (stored.isSuccess && !finished)) }
}

function useLiveWaveform(id: string, wanted: boolean): Waveform | null {
  const [waveform, setWaveform] = useState<Waveform | null>(null)
  useEffect(() => {
    if (!wanted) return
    const growing = new LiveWaveform()
    const controller = new AbortController()
    let frame = 0
    const show = () => {
      frame = 0
      setWaveform(growing.waveform)
    }
    const take = (bytes: Uint8Array) => {
      growing.add(bytes)
      frame ||= requestAnimationFrame(show)
    }
    // Where the stream is refused or breaks off, the finished waveform comes all the same.
    followWaveform(id, take, controller.signal).catch(() => undefined)
    return () => {
      controller.abort()
      cancelAnimationFrame(frame)
    }
  }, [id, wanted])
  return waveform
}
