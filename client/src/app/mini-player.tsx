import { Pause, Play, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Link, useLocation } from 'wouter'
import { IconButton } from '@/components/ui/icon-button'
import { cx } from '@/lib/cx'
import { songPlayer, useSongPlayer } from '@/lib/song-player'
import { clock } from '@/lib/time'

/** The loaded song on every other page: it plays on, and one press leads back to it. */
export function MiniPlayer() {
  const { song, playing, broken } = useSongPlayer()
  const [path] = useLocation()
  const time = useRef<HTMLSpanElement>(null)
  const bar = useRef<HTMLSpanElement>(null)
  const seconds = song?.seconds ?? 0
  useEffect(() => {
    const look = () => {
      if (time.current) time.current.textContent = clock(songPlayer.time)
      if (bar.current) bar.current.style.transform = `scaleX(${seconds > 0 ? songPlayer.time / seconds : 0})`
    }
    look()
    const timer = playing ? setInterval(look, 250) : undefined
    return () => clearInterval(timer)
  }, [playing, seconds])
  if (!song || broken) return null
  return (
    <section
      aria-label="Player"
      data-mini-player=""
      className={cx(
        'fixed right-0 bottom-(--nav-height) left-(--rail-width) z-20 border-t border-edge bg-well sm:right-4 sm:left-auto sm:w-96 sm:rounded-lg sm:border sm:shadow-float',
        // A video's steps end in a bar with what acts, which nothing may cover.
        path.startsWith('/projects/')
          ? 'sm:bottom-[calc(var(--nav-height)+6rem)]'
          : 'sm:bottom-[calc(var(--nav-height)+1rem)]',
      )}
    >
      <span aria-hidden className="block h-0.5 overflow-hidden bg-lifted">
        <span ref={bar} className="block h-full origin-left bg-lamp" />
      </span>
      <div className="flex items-center gap-2 px-2 py-1.5">
        <IconButton
          icon={playing ? Pause : Play}
          label={playing ? `Pause ${song.title}` : `Play ${song.title}`}
          onClick={songPlayer.toggle}
        />
        <Link href={`/songs/${song.id}`} className="grid min-w-0 grow rounded-md px-1 py-0.5 hover:bg-raised">
          <span className="truncate text-sm font-medium">{song.title}</span>
          <span className="truncate text-xs text-ink-faint">
            <span ref={time}>0:00</span> / {clock(song.seconds)}
            {song.artist && ` · ${song.artist}`}
          </span>
        </Link>
        <IconButton icon={X} label="Put the song away" onClick={() => songPlayer.unload()} />
      </div>
    </section>
  )
}
