import { useCallback, useEffect, useRef, useState, type RefObject } from 'react'
import { readStored, writeStored } from '@/lib/storage'
import { frameLength, stepTo, usualFrame } from './frames'

export interface Player {
  playing: boolean
  /** Seconds. */
  time: number
  duration: number
  muted: boolean
  loop: boolean
  toggle: () => void
  seek: (time: number) => void
  step: (frames: 1 | -1) => void
  mute: () => void
  setLoop: (loop: boolean) => void
  fullScreen: () => void
}

const measured = 12

/** The controls of a video element. The element itself keeps the time; this only looks at it. */
export function usePlayer(video: RefObject<HTMLVideoElement | null>, frame: RefObject<HTMLElement | null>): Player {
  const [state, setState] = useState({
    playing: false,
    time: 0,
    duration: 0,
    muted: readStored<boolean>('studio.muted') ?? false,
  })
  const [loop, setLoop] = useState(() => readStored<boolean>('studio.loop') ?? true)
  const shown = useRef<number[]>([])

  useEffect(() => {
    const element = video.current
    if (!element) return
    element.muted = readStored<boolean>('studio.muted') ?? false
    const look = () =>
      setState({
        playing: !element.paused,
        time: element.currentTime,
        duration: Number.isFinite(element.duration) ? element.duration : 0,
        muted: element.muted,
      })
    let callback = 0
    const onPicture: VideoFrameRequestCallback = (_, { mediaTime }) => {
      const [last = 0] = shown.current.slice(-1)
      shown.current = mediaTime < last ? [mediaTime] : [...shown.current, mediaTime].slice(-measured)
      if (!element.paused) look()
      callback = element.requestVideoFrameCallback(onPicture)
    }
    const can = 'requestVideoFrameCallback' in element
    if (can) callback = element.requestVideoFrameCallback(onPicture)
    const events = ['play', 'pause', 'timeupdate', 'seeked', 'durationchange', 'volumechange', 'ended'] as const
    events.forEach((event) => element.addEventListener(event, look))
    return () => {
      events.forEach((event) => element.removeEventListener(event, look))
      if (can) element.cancelVideoFrameCallback(callback)
    }
  }, [video])

  const seek = useCallback(
    (time: number) => {
      const element = video.current
      if (element && Number.isFinite(element.duration))
        element.currentTime = Math.max(0, Math.min(element.duration, time))
    },
    [video],
  )

  return {
    ...state,
    loop,
    seek,
    toggle: () => {
      const element = video.current
      if (element?.paused) void element.play().catch(() => undefined)
      else element?.pause()
    },
    step: (frames) => {
      const element = video.current
      if (!element) return
      element.pause()
      const [onScreen = element.currentTime] = shown.current.slice(-1)
      const length = frameLength(shown.current) ?? usualFrame
      // After a jump the last picture told of may be an old one.
      const from = Math.abs(onScreen - element.currentTime) < 2 * length ? onScreen : element.currentTime
      seek(stepTo(from, frames, length, element.duration))
    },
    mute: () => {
      const element = video.current
      if (!element) return
      element.muted = !element.muted
      writeStored('studio.muted', element.muted)
    },
    setLoop: (next) => {
      setLoop(next)
      writeStored('studio.loop', next)
    },
    fullScreen: () => void showFull(frame.current, video.current),
  }
}

/** The whole player where the browser can; on an iPhone only the video itself goes full screen. */
async function showFull(frame: HTMLElement | null, video: HTMLVideoElement | null) {
  try {
    if (document.fullscreenElement) await document.exitFullscreen()
    else if (frame?.requestFullscreen) await frame.requestFullscreen()
    else (video as (HTMLVideoElement & { webkitEnterFullscreen?: () => void }) | null)?.webkitEnterFullscreen?.()
  } catch {
    // Refused by the browser or by a policy of the site around it: the clip goes on where it is.
  }
}
