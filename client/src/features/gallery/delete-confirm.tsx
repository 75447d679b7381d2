import type { Clip } from '@/api/clips'
import { Confirm } from '@/components/ui/confirm'
import { formatMoney } from '@/lib/money'

interface DeleteConfirmProps {
  clips: readonly Clip[]
  open: boolean
  onOpenChange: (open: boolean) => void
  onConfirm: () => void
  busy: boolean
  problem: unknown
}

/** Says what is lost before anything is: the files, for good, and what they cost. */
export function DeleteConfirm({ clips, open, onOpenChange, onConfirm, busy, problem }: DeleteConfirmProps) {
  const what = clips.length === 1 ? 'this clip' : `${clips.length} clips`
  const paid = clips.reduce((sum, clip) => sum + clip.paid, 0)
  const gone = clips.filter((clip) => clip.cleanedUpAt).length
  const videos = [...new Set(clips.flatMap((clip) => clip.project?.title ?? []))]
  return (
    <Confirm
      open={open}
      onOpenChange={onOpenChange}
      title={`Delete ${what}?`}
      verb={clips.length === 1 ? 'Delete the clip' : `Delete ${clips.length} clips`}
      onConfirm={onConfirm}
      busy={busy}
      problem={problem}
    >
      <p>
        The {clips.length === 1 ? 'file is' : 'files are'} removed from the studio and cannot be brought back
        {paid > 0 && `; making ${clips.length === 1 ? 'it' : 'them'} cost ${formatMoney(paid)}`}. What was paid stays in
        Spend.
      </p>
      {videos.length > 0 && (
        <p>
          {clips.length === 1 ? 'It was' : clips.every((clip) => clip.project) ? 'They were' : 'Some were'} made for{' '}
          {listed(videos)}. A cut that shows {clips.length === 1 ? 'it' : 'one of them'} goes on with another take or
          the still; films that are composed stay as they are.
        </p>
      )}
      {gone > 0 && (
        <p>
          {gone === clips.length
            ? 'At Venice they are deleted already'
            : `${gone} of them are deleted at Venice already`}
          , so no other copy is left.
        </p>
      )}
    </Confirm>
  )
}

function listed(titles: readonly string[]): string {
  const [first, second] = titles
  if (titles.length > 2) return `${titles.length} videos`
  return second === undefined ? `“${first}”` : `“${first}” and “${second}”`
}
