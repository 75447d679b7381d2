import { Download, Guitar, Pencil, Timer } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { lyricFormats, lyricsFile } from '@/api/lyrics'
import type { LyricLine, Lyrics } from '@/api/track-types'
import { Button, buttonClass } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { cx } from '@/lib/cx'
import { songPlayer } from '@/lib/song-player'
import { fineClock } from '@/lib/fine-clock'
import type { Desk } from '../use-desk'
import { ImportButton } from './import-button'
import { lineAt, lyricsWords } from './lines'
import type { LyricsMode } from './lyrics-panel'
import type { ChangeLyrics } from './lyrics-start'
import { RecogniseButton } from './recognise-button'

interface LyricsLinesProps {
  desk: Desk
  lyrics: Lyrics
  change: ChangeLyrics
  onMode: (mode: LyricsMode) => void
}

export function LyricsLines({ desk, lyrics, change, onMode }: LyricsLinesProps) {
  const current = useCurrentLine(desk, lyrics.lines)
  const timed = lyrics.lines.some((line) => line.start != null)
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <p className="mr-auto text-sm text-ink-soft">{lyricsWords(lyrics)}</p>
        <Button size="sm" onClick={() => onMode('write')}>
          {lyrics.instrumental ? <Guitar aria-hidden className="size-4" /> : <Pencil aria-hidden className="size-4" />}
          {lyrics.instrumental ? 'It has words after all' : 'Change the words'}
        </Button>
        {!lyrics.instrumental && (
          <Button size="sm" onClick={() => onMode('tap')}>
            <Timer aria-hidden className="size-4" />
            Tap along
          </Button>
        )}
        {timed && <ExportMenu id={desk.track.id} />}
      </div>
      {!lyrics.instrumental && (
        <ol aria-label="Lyrics" className="grid">
          {lyrics.lines.map((line, index) => (
            <Line key={index} line={line} current={index === current} />
          ))}
        </ol>
      )}
      {!lyrics.instrumental && (
        <div className="flex flex-wrap gap-2 border-t border-edge pt-4">
          <RecogniseButton track={desk.track} lyrics={lyrics} />
          <ImportButton busy={change.isPending} onFile={(file) => change.mutate({ file })}>
            Import another file
          </ImportButton>
          <Button look="quiet" onClick={() => change.mutate({ instrumental: true })}>
            It is instrumental
          </Button>
        </div>
      )}
    </>
  )
}

const supports: Record<LyricLine['support'], string> = {
  heard: '',
  byHand: '',
  interpolated: 'a guess',
  none: 'no time yet',
}

function Line({ line, current }: { line: LyricLine; current: boolean }) {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    // Only within the list's own sight: the page must not jump while somebody works at the stage.
    if (current && item.current && document.activeElement?.closest('ol') === item.current.parentElement)
      item.current.scrollIntoView({ block: 'nearest' })
  }, [current])
  if (line.text.trim() === '') return <li aria-hidden className="h-4" />
  const words = (
    <>
      <span className="w-16 shrink-0 text-right text-sm text-ink-faint">
        {line.start != null ? fineClock(line.start) : '–'}
      </span>
      <span className={cx('min-w-0', line.support === 'none' && 'text-ink-soft')}>{line.text}</span>
      {supports[line.support] && (
        <span className="ml-auto shrink-0 text-xs text-attention">{supports[line.support]}</span>
      )}
    </>
  )
  const shape = cx(
    'flex min-h-9 w-full items-baseline gap-4 rounded-md px-2 py-1.5 text-left pointer-coarse:min-h-11',
    current && 'bg-lifted text-lamp-ink',
  )
  return (
    <li ref={item} aria-current={current ? 'true' : undefined}>
      {line.start != null ? (
        <button
          type="button"
          className={cx(shape, 'hover:bg-raised')}
          onClick={() => line.start != null && songPlayer.seek(line.start)}
        >
          {words}
        </button>
      ) : (
        <span className={shape}>{words}</span>
      )}
    </li>
  )
}

function ExportMenu({ id }: { id: string }) {
  return (
    <Menu
      label="Take the lyrics away as"
      trigger={
        <button type="button" className={buttonClass('plain', 'sm')}>
          <Download aria-hidden className="size-4" />
          Export
        </button>
      }
    >
      {lyricFormats.map((format) => (
        <MenuItem key={format} onSelect={() => location.assign(lyricsFile(id, format))}>
          {format.toUpperCase()}
        </MenuItem>
      ))}
    </Menu>
  )
}

function useCurrentLine(desk: Desk, lines: readonly LyricLine[]): number {
  const [current, setCurrent] = useState(-1)
  const { stage } = desk
  useEffect(() => stage.onFrame((moment) => setCurrent(lineAt(lines, moment))), [stage, lines])
  return current
}
