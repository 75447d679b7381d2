import { Download, Trash2, X } from 'lucide-react'
import { useState } from 'react'
import { useDeleteClips, type Clip } from '@/api/clips'
import { mostInOneZip, zipUrl } from '@/api/library'
import { Button, buttonClass } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { toast } from '@/components/ui/toast'
import { formatBytes } from '@/lib/bytes'
import { DeleteConfirm } from './delete-confirm'
import type { Selection } from './use-selection'

/** What can be done with the picked clips. */
export function SelectionBar({ selection, clips }: { selection: Selection; clips: readonly Clip[] }) {
  const [asking, setAsking] = useState(false)
  const remove = useDeleteClips()
  const picked = clips.filter((clip) => selection.ids.has(clip.id))
  const bytes = picked.reduce((sum, clip) => sum + (clip.media?.bytes ?? 0), 0)
  const archives = Array.from({ length: Math.ceil(picked.length / mostInOneZip) }, (_, n) =>
    picked.slice(n * mostInOneZip, (n + 1) * mostInOneZip).map((clip) => clip.id),
  )
  const onDelete = () =>
    remove.mutate([...selection.ids], {
      onSuccess: ({ gone, kept }) => {
        toast(`${counted(gone.length)} deleted.`, kept.length > 0 ? { tone: 'refused' } : {})
        if (kept.length === 0) {
          setAsking(false)
          selection.clear()
        }
      },
    })
  return (
    <div
      role="toolbar"
      aria-label="Picked clips"
      className="sticky bottom-[calc(var(--bar-height)+0.75rem)] z-20 mx-auto mt-6 flex w-fit max-w-full animate-rise flex-wrap items-center gap-2 rounded-lg border border-edge-strong bg-lifted px-3 py-2 shadow-float"
    >
      <p role="status" className="px-1 text-sm font-medium">
        {counted(picked.length)}
        {bytes > 0 && <span className="ml-2 font-normal text-ink-faint">{formatBytes(bytes)}</span>}
      </p>
      <Button size="sm" look="quiet" onClick={selection.all}>
        All {clips.length} shown
      </Button>
      {archives.map((ids, n) => (
        <a key={n} href={zipUrl(ids)} download className={buttonClass('plain', 'sm')}>
          <Download aria-hidden className="size-4" />
          {archives.length > 1 ? `Zip ${n + 1} of ${archives.length}` : 'Download'}
        </a>
      ))}
      <Button size="sm" off={picked.length === 0} onClick={() => setAsking(true)}>
        <Trash2 aria-hidden className="size-4" />
        Delete
      </Button>
      <IconButton icon={X} label="Stop picking" onClick={selection.clear} />
      <DeleteConfirm
        clips={picked}
        open={asking}
        onOpenChange={setAsking}
        onConfirm={onDelete}
        busy={remove.isPending}
        problem={remove.data?.reason ?? remove.error}
      />
    </div>
  )
}

function counted(count: number): string {
  return count === 1 ? '1 clip' : `${count} clips`
}
