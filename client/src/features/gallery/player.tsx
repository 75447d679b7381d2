import { Maximize, Pause, Play, Repeat, StepBack, StepForward, Volume2, VolumeX } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Clip } from '@/api/clips'
import { IconButton } from '@/components/ui/icon-button'
import { Notice } from '@/components/ui/notice'
import { clock } from '@/lib/time'
import { shapeOfMedia } from '@/lib/media-shape'
import { usePlayerKeys } from './player-keys'
import { usePlayer } from './use-player'

interface PlayerProps {
  clip: Clip
  onPrevious: () => void
  onNext: () => void
}

/** A clip to watch closely: scrubbing, single pictures, a loop. */
export function Player({ clip, onPrevious, onNext }: PlayerProps) {
  const frame = useRef<HTMLDivElement>(null)
  const video = useRef<HTMLVideoElement>(null)
  const player = usePlayer(video, frame)
  const [broken, setBroken] = useState(false)
  usePlayerKeys(player, { previous: onPrevious, next: onNext })
  const { media } = clip
  if (!media) return null
  const shape = shapeOfMedia(media)
  return (
    <div
      ref={frame}
      data-player=""
      className="grid grid-cols-1 gap-2 [&:fullscreen]:grid-rows-[1fr_auto] [&:fullscreen]:bg-black [&:fullscreen]:p-2"
    >
      {broken ? (
        <Notice tone="refused" title="This clip cannot be played here">
          The file did not load or this browser cannot show it. Reload the page, or download it and open it with a
          player.
        </Notice>
      ) : (
        <video
          ref={video}
          src={media.url}
          poster={media.posterUrl ?? undefined}
          playsInline
          autoPlay
          loop={player.loop}
          preload="auto"
          aria-label={clip.settings.prompt}
          onClick={player.toggle}
          onError={() => setBroken(true)}
          className="mx-auto max-h-[62dvh] w-full min-w-0 rounded-md bg-well object-contain [:fullscreen>&]:max-h-full [:fullscreen>&]:h-full"
          style={{ aspectRatio: shape }}
        />
      )}
      <div className="flex flex-wrap items-center sm:gap-x-1">
        <IconButton
          icon={player.playing ? Pause : Play}
          label={player.playing ? 'Pause' : 'Play'}
          onClick={player.toggle}
        />
        <IconButton icon={StepBack} label="One frame back" onClick={() => player.step(-1)} />
        <IconButton icon={StepForward} label="One frame on" onClick={() => player.step(1)} />
        <input
          type="range"
          aria-label="Position"
          aria-valuetext={`${clock(player.time)} of ${clock(player.duration)}`}
          min={0}
          max={player.duration || 1}
          step={0.01}
          value={player.time}
          onChange={(event) => player.seek(Number(event.target.value))}
          className="order-first h-8 w-full min-w-0 basis-full touch-none sm:order-none sm:flex-1 sm:basis-24"
        />
        <span className="grow text-center text-xs whitespace-nowrap text-ink-soft sm:grow-0 sm:px-2 sm:text-sm">
          {player.time.toFixed(2)}
          <span className="text-ink-faint">
            <span className="hidden sm:inline"> / {player.duration.toFixed(2)}</span> s
          </span>
        </span>
        <IconButton
          icon={Repeat}
          label="Loop"
          aria-pressed={player.loop}
          className="aria-pressed:text-lamp-ink"
          onClick={() => player.setLoop(!player.loop)}
        />
        <IconButton
          icon={player.muted ? VolumeX : Volume2}
          label={player.muted ? 'Sound on' : 'Sound off'}
          onClick={player.mute}
        />
        <IconButton icon={Maximize} label="Full screen" onClick={player.fullScreen} />
      </div>
    </div>
  )
}
