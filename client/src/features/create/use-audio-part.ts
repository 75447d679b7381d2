import { useEffect, useRef, useState } from 'react'
import type { AudioCut } from '@/api/library'

export interface AudioPart {
  /** Seconds; null until the browser has read the file, and for files that it cannot read. */
  duration: number | null
  readable: boolean
  playing: boolean
  toggle: (cut: AudioCut) => void
}

/** Plays a part of a file of this computer, from its start to its end and no further. */
export function useAudioPart(file: File): AudioPart {
  const audio = useRef<HTMLAudioElement | null>(null)
  const until = useRef(0)
  const [duration, setDuration] = useState<number | null>(null)
  const [readable, setReadable] = useState(true)
  const [playing, setPlaying] = useState(false)

  useEffect(() => {
    const url = URL.createObjectURL(file)
    const element = new Audio(url)
    audio.current = element
    element.preload = 'metadata'
    element.onloadedmetadata = () => setDuration(Number.isFinite(element.duration) ? element.duration : null)
    element.onerror = () => setReadable(false)
    element.onplay = () => setPlaying(true)
    element.onpause = () => setPlaying(false)
    element.ontimeupdate = () => {
      if (element.currentTime >= until.current) element.pause()
    }
    return () => {
      element.pause()
      element.removeAttribute('src')
      URL.revokeObjectURL(url)
    }
  }, [file])

  const toggle = (cut: AudioCut) => {
    const element = audio.current
    if (!element) return
    if (!element.paused) {
      element.pause()
      return
    }
    until.current = cut.start + cut.length
    element.currentTime = cut.start
    void element.play().catch(() => setReadable(false))
  }
  return { duration, readable, playing, toggle }
}
