import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import { cx } from '@/lib/cx'
import { FileInput } from './file-input'

interface DropZoneProps {
  /** What the button is called: "Add a start image". */
  label: string
  accept: string
  multiple?: boolean
  onFiles: (files: readonly File[]) => void
  /** Names the part of the form, for the focus to find it. */
  part: string
  describedBy?: string | undefined
  className?: string
  children: ReactNode
}

/** A place for files: press it to choose some, or drop them on it. Pasting is the page's. */
export function DropZone({ label, accept, multiple, onFiles, part, describedBy, className, children }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    if (event.dataTransfer.files.length === 0) return
    event.preventDefault()
    setOver(false)
    onFiles([...event.dataTransfer.files])
  }
  return (
    <>
      <button
        type="button"
        data-part={part}
        aria-label={label}
        aria-describedby={describedBy}
        onClick={() => input.current?.click()}
        onDragEnter={() => setOver(true)}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          'grid min-h-20 place-items-center rounded-md border border-dashed px-3 py-2 text-center text-sm transition-colors',
          over
            ? 'border-lamp-ink bg-lifted text-ink'
            : 'border-edge-strong bg-well text-ink-soft hover:border-ink-faint hover:text-ink',
          className,
        )}
      >
        <span className="pointer-events-none grid justify-items-center gap-1">{children}</span>
      </button>
      <FileInput ref={input} part={part} accept={accept} multiple={multiple} onFiles={onFiles} />
    </>
  )
}
