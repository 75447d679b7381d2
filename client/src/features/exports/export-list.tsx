import { Download, RotateCcw, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { isInMaking, useExportAct, type Export } from '@/api/exports'
import { buttonClass } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { IconButton } from '@/components/ui/icon-button'
import { SpokenProgress } from '@/components/ui/spoken-progress'
import { StateMark, type StateTone } from '@/components/ui/state-mark'
import { toast } from '@/components/ui/toast'
import { formatBytes } from '@/lib/bytes'
import { moment } from '@/lib/time'
import { ExportProgress } from './export-progress'
import { wordsOf } from './kinds'

const states: Record<Export['state'], { tone: StateTone; word: string }> = {
  waiting: { tone: 'waiting', word: 'In line' },
  making: { tone: 'working', word: 'Being made' },
  done: { tone: 'done', word: 'Done' },
  failed: { tone: 'refused', word: 'Failed' },
  cancelled: { tone: 'off', word: 'Cancelled' },
}

/** Files, the newest first, with what can be done with each. `named`: of which video each is. */
export function ExportList({ exports, named }: { exports: readonly Export[]; named?: boolean }) {
  const [deleting, setDeleting] = useState<Export | null>(null)
  const act = useExportAct()
  return (
    <>
      <ul className="divide-y divide-edge overflow-hidden rounded-lg border border-edge bg-raised">
        {exports.map((one) => (
          <ExportRow key={one.id} made={one} named={named ?? false} onDelete={() => setDeleting(one)} />
        ))}
      </ul>
      <Confirm
        open={deleting !== null}
        onOpenChange={() => setDeleting(null)}
        title="Delete this file?"
        verb="Delete the file"
        busy={act.isPending}
        problem={act.error}
        onConfirm={() =>
          deleting && act.mutate({ exportId: deleting.id, act: 'delete' }, { onSuccess: () => setDeleting(null) })
        }
      >
        <p>
          {deleting?.name} goes from the studio. The film stays, and the file can be made again, which costs nothing.
        </p>
      </Confirm>
    </>
  )
}

function ExportRow({ made, named, onDelete }: { made: Export; named: boolean; onDelete: () => void }) {
  const act = useExportAct()
  const { tone, word } = states[made.state]
  const decide = (how: 'cancel' | 'retry') =>
    act.mutate({ exportId: made.id, act: how }, { onError: (problem) => toast(problem.message, { tone: 'refused' }) })
  const working = isInMaking(made)
  return (
    <li
      aria-label={made.name}
      className="grid grid-cols-1 gap-x-4 gap-y-1 px-4 py-2.5 sm:grid-cols-[minmax(0,1fr)_7rem_11rem] sm:items-center"
    >
      <div className="grid min-w-0">
        <span className="truncate font-medium">{made.name}</span>
        <span className="truncate text-sm text-ink-faint">
          {named && (
            <>
              <Link
                href={`/projects/${made.projectId}/export`}
                className="underline-offset-2 hover:text-ink hover:underline"
              >
                {made.project}
              </Link>{' '}
              ·{' '}
            </>
          )}
          {wordsOf(made.kind).name} · {moment(made.finishedAt ?? made.createdAt)}
        </span>
        {made.failure && <span className="text-sm text-refused">{made.failure.sentence}</span>}
      </div>
      {working ? (
        <div className="sm:col-span-2">
          <ExportProgress made={made} busy={act.isPending} onCancel={() => decide('cancel')} />
        </div>
      ) : (
        <>
          <StateMark tone={tone}>{word}</StateMark>
          <span className="flex items-center justify-end gap-1">
            {made.state === 'done' && made.url && (
              <a href={made.url} download={made.name} className={buttonClass('plain', 'sm')}>
                <Download aria-hidden className="size-4" />
                {made.bytes == null ? 'Download' : formatBytes(made.bytes)}
                <span className="sr-only">, download {made.name}</span>
              </a>
            )}
            {(made.state === 'failed' || made.state === 'cancelled') && (
              <IconButton icon={RotateCcw} label={`Make ${made.name} again`} onClick={() => decide('retry')} />
            )}
            <IconButton icon={Trash2} label={`Delete ${made.name}`} onClick={onDelete} />
          </span>
        </>
      )}
      <SpokenProgress
        what={made.name}
        value={working ? made.share : undefined}
        done={made.state === 'done'}
        failed={made.state === 'failed'}
      />
    </li>
  )
}
