import { Pause, Play } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button'
import { songPlayer } from '@/lib/song-player'
import { clock } from '@/lib/time'

let sounding: HTMLAudioElement | null = null

/** One version to listen to. Starting it stops what else sounds, so that versions can be held against each other. */
export function SoundPlay({ url, seconds, name }: { url: string; seconds: number; name: string }) {
  const audio = useRef<HTMLAudioElement>(null)
  const [playing, setPlaying] = useState(false)
  const [time, setTime] = useState(0)
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    const element = audio.current
    return () => element?.pause()
  }, [])
  const toggle = () => {
    const element = audio.current
    if (!element) return
    if (!element.paused) return element.pause()
    if (sounding !== element) sounding?.pause()
    songPlayer.pause()
    sounding = element
    void element.play().catch(() => undefined)
  }
  if (broken)
    return <p className="text-sm text-refused">This browser cannot play it. Take it as a song, or delete it.</p>
  return (
    <div className="flex items-center gap-2">
      <IconButton
        look="plain"
        icon={playing ? Pause : Play}
        label={playing ? `Pause ${name}` : `Play ${name}`}
        onClick={toggle}
      />
      <input
        type="range"
        aria-label={`Position in ${name}`}
        aria-valuetext={`${clock(time)} of ${clock(seconds)}`}
        min={0}
        max={seconds || 1}
        step={0.1}
        value={time}
        onChange={(event) => {
          if (audio.current) audio.current.currentTime = Number(event.target.value)
          setTime(Number(event.target.value))
        }}
        className="h-8 min-w-0 grow"
      />
      <span className="text-sm whitespace-nowrap text-ink-soft">
        {clock(time)} <span className="text-ink-faint">/ {clock(seconds)}</span>
      </span>
      <audio
        ref={audio}
        src={url}
        preload="none"
        onPlay={() => setPlaying(true)}
        onPause={() => setPlaying(false)}
        onTimeUpdate={(event) => setTime(event.currentTarget.currentTime)}
        onError={() => setBroken(true)}
      />
    </div>
  )
}
