import { FolderInput } from 'lucide-react'
import { useRef } from 'react'
import { useLocation } from 'wouter'
import { useImportProject } from '@/api/exports'
import { FileInput } from '@/components/ui/file-input'
import { Button } from '@/components/ui/button'
import { cx } from '@/lib/cx'
import { useFileSender } from './file-sender'
import { SendingBar } from './sending-bar'

/** Opens a project archive of another studio as a video of this one. */
export function OpenArchive({ className }: { className?: string }) {
  const [, go] = useLocation()
  const input = useRef<HTMLInputElement>(null)
  const open = useImportProject()
  const sender = useFileSender('archive', (uploadId) => open.mutateAsync(uploadId))
  const take = async (file: File | undefined) => {
    const project = file && (await sender.send(file))
    if (project) go(`/projects/${project.id}`)
  }
  return (
    <div className={cx('grid w-80 max-w-full gap-2', className)}>
      {(!sender.now || sender.now.state === 'failed') && (
        <Button onClick={() => input.current?.click()}>
          <FolderInput aria-hidden className="size-4" />
          Open an archive
        </Button>
      )}
      <FileInput ref={input} part="archive" accept=".zip,application/zip" onFiles={([file]) => void take(file)} />
      <SendingBar sender={sender} />
    </div>
  )
}
