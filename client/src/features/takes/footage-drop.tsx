import { Film } from 'lucide-react'
import type { Shot } from '@/api/board'
import { useBringFootage } from '@/api/takes'
import { useFileSender } from '@/components/film/file-sender'
import { SendingBar } from '@/components/film/sending-bar'
import { DropZone } from '@/components/ui/drop-zone'
import { toast } from '@/components/ui/toast'

const kinds = 'video/mp4,video/quicktime,video/webm,image/png,image/jpeg,image/webp,.mp4,.mov,.webm'

/** Footage of one's own in place of a take. The studio decodes it to its end before it counts. */
export function FootageDrop({ project, shot }: { project: string; shot: Shot }) {
  const bring = useBringFootage(project)
  const sender = useFileSender('footage', (uploadId) => bring.mutateAsync({ shotId: shot.id, uploadId }))
  const take = async (files: readonly File[]) => {
    const [file] = files
    if (file && (await sender.send(file))) toast(`Shot ${shot.number} shows your footage.`)
  }
  return (
    <section aria-label="Own footage" className="grid grid-cols-1 gap-2">
      <h3 className="font-semibold">Own footage</h3>
      {(!sender.now || sender.now.state === 'failed') && (
        <DropZone
          label={`Bring footage for shot ${shot.number}`}
          accept={kinds}
          part="footage"
          onFiles={(files) => void take(files)}
        >
          <Film aria-hidden className="size-5" />
          <span>Drop a video or a picture, or press to choose</span>
          <span className="text-xs text-ink-faint">
            MP4, MOV, WebM, or a picture, which then moves slowly. It costs nothing.
          </span>
        </DropZone>
      )}
      <SendingBar sender={sender} />
    </section>
  )
}
