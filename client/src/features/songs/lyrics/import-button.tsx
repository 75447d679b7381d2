import { useRef, type ReactNode } from 'react'
import { Button } from '@/components/ui/button'

interface ImportButtonProps {
  busy: boolean
  onFile: (file: File) => void
  children: ReactNode
}

/** Takes words from a file: LRC, SRT and VTT bring their times along. */
export function ImportButton({ busy, onFile, children }: ImportButtonProps) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button busy={busy} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-hidden
        tabIndex={-1}
        data-testid="lyrics-file"
        accept=".lrc,.srt,.vtt,.txt,text/plain,text/vtt,application/x-subrip"
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onFile(file)
          event.target.value = ''
        }}
      />
    </>
  )
}
