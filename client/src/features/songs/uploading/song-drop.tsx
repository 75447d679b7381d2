import { Music4 } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { FileInput } from '@/components/ui/file-input'
import { Button, buttonClass } from '@/components/ui/button'
import { cx } from '@/lib/cx'
import { sendFile } from './song-uploads'

const accept = 'audio/*,.mp3,.wav,.flac,.m4a,.aac,.ogg,.opus,.aiff,.aif,.wma'

/** Where a song comes in: dropped anywhere on the page, chosen, or described to Venice. */
export function SongDrop() {
  const input = useRef<HTMLInputElement>(null)
  const over = usePageDrop((files) => files.forEach((file) => sendFile(file)))
  return (
    <div
      className={cx(
        'grid justify-items-start gap-4 rounded-xl border border-dashed px-5 py-6 transition-colors sm:grid-cols-[auto_1fr_auto] sm:items-center sm:gap-6 sm:px-7',
        over ? 'border-lamp-ink bg-lifted' : 'border-edge-strong bg-well',
      )}
    >
      <Music4
        aria-hidden
        className={cx('hidden size-9 sm:block', over ? 'text-lamp-ink' : 'text-ink-faint')}
        strokeWidth={1.5}
      />
      <div className="grid gap-0.5">
        <p className="text-lg font-semibold">{over ? 'Let it go, it is caught' : 'Drop a song'}</p>
        <p className="text-sm text-ink-soft">
          Five seconds to twenty minutes. Its beat, bars and sections are heard within seconds.
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button look="lamp" onClick={() => input.current?.click()}>
          Choose a file
        </Button>
        <Link href="/songs/new" className={buttonClass('plain')}>
          Describe one
        </Link>
      </div>
      <FileInput
        ref={input}
        part="song"
        multiple
        accept={accept}
        onFiles={(files) => files.forEach((file) => sendFile(file))}
      />
    </div>
  )
}

/** Files dropped anywhere on the page; without this, one that misses its place makes the browser leave the studio. */
function usePageDrop(take: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  useEffect(() => {
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const drag = (event: DragEvent) => {
      if (!carries(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!carries(event)) return
      event.preventDefault()
      setOver(false)
      latest.current([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', drag)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', drag)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return over
}
