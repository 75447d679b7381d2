import { useRef, type ReactNode } from 'react'
import { FileInput } from '@/components/ui/file-input'
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
      <FileInput
        ref={input}
        part="lyrics"
        accept=".lrc,.srt,.vtt,.txt,text/plain,text/vtt,application/x-subrip"
        onFiles={([file]) => file && onFile(file)}
      />
    </>
  )
}
