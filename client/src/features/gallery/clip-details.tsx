import { Download, RotateCcw, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import { useDecideClip, useDeleteClips, type Clip } from '@/api/clips'
import { downloadUrl } from '@/api/library'
import { useAccount } from '@/api/session'
import { isOver } from '@/components/clips/clip-state'
import { madeFor, takesPath } from '@/components/clips/made-for'
import { Button, buttonClass } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Money } from '@/components/ui/money'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Switch } from '@/components/ui/switch'
import { toast } from '@/components/ui/toast'
import { formatBytes } from '@/lib/bytes'
import { handOver } from '@/lib/draft'
import { settingsWords } from '@/lib/settings-words'
import { moment } from '@/lib/time'
import { DeleteConfirm } from './delete-confirm'

/** What a clip was made from and what it cost, and what can be done with it. */
export function ClipDetails({ clip, onGone }: { clip: Clip; onGone: () => void }) {
  const account = useAccount()
  const [, go] = useLocation()
  const reuse = () => {
    if (!account) return
    handOver(account.id, clip.settings)
    go('/create')
  }
  return (
    <div className="grid min-w-0 content-start gap-5">
      <div className="flex flex-wrap items-center gap-2">
        {clip.media && (
          <a href={downloadUrl(clip.media.url)} download className={buttonClass('lamp', 'sm')}>
            <Download aria-hidden className="size-4" />
            Download
          </a>
        )}
        <Button size="sm" onClick={reuse}>
          <RotateCcw aria-hidden className="size-4" />
          Use these settings
        </Button>
        {isOver(clip.status) && <DeleteButton clip={clip} onGone={onGone} />}
      </div>
      <section aria-label="Prompt" data-scrolls="" tabIndex={0} className="max-h-64 overflow-y-auto rounded-sm">
        <p className="whitespace-pre-wrap">{clip.settings.prompt}</p>
        {clip.settings.negativePrompt && (
          <p className="mt-3 text-sm text-ink-soft">
            <span className="text-ink-faint">Left out: </span>
            {clip.settings.negativePrompt}
          </p>
        )}
      </section>
      <dl className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
        <Row name="Model">{clip.modelName}</Row>
        <Row name="Settings">{settingsWords(clip.settings)}</Row>
        {clip.media?.width && (
          <Row name="File">
            {clip.media.width} × {clip.media.height}, {clip.media.seconds?.toFixed(2)} s,{' '}
            {formatBytes(clip.media.bytes)}
          </Row>
        )}
        {clip.project && (
          <Row name="Video">
            <Link href={takesPath(clip) ?? ''} className="underline underline-offset-2">
              {madeFor(clip)}
            </Link>
          </Row>
        )}
        <Row name="Price">
          <Money amount={clip.paid} />
          {clip.paid !== clip.quoted && (
            <span className="text-ink-faint">
              , quoted <Money amount={clip.quoted} />
            </span>
          )}
        </Row>
        <Row name="Ordered">{moment(clip.createdAt)}</Row>
        {clip.finishedAt && <Row name="Finished">{moment(clip.finishedAt)}</Row>}
      </dl>
      <CleanUp clip={clip} />
    </div>
  )
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-faint">{name}</dt>
      <dd className="min-w-0">{children}</dd>
    </>
  )
}

/** Whether Venice still has the clip, and the wish that it should not. */
function CleanUp({ clip }: { clip: Clip }) {
  const decide = useDecideClip(clip.id)
  if (clip.cleanedUpAt) {
    return (
      <p className="border-t border-edge pt-4 text-sm text-ink-soft">
        Deleted at Venice on {moment(clip.cleanedUpAt)}. The copy here is the only one.
      </p>
    )
  }
  return (
    <div className="grid gap-3 border-t border-edge pt-4 text-sm">
      <Switch
        label="Clean up at Venice"
        hint={
          clip.cleanUpNote ??
          (clip.cleanUp
            ? 'It is deleted there as soon as it is safe here.'
            : 'Venice still has a copy, until it forgets it by itself.')
        }
        checked={decide.variables?.kind === 'clean-up' && decide.isPending ? decide.variables.cleanUp : clip.cleanUp}
        onChange={(cleanUp) => decide.mutate({ kind: 'clean-up', cleanUp })}
      />
      {decide.isError && <ProblemNotice problem={decide.error} />}
    </div>
  )
}

function DeleteButton({ clip, onGone }: { clip: Clip; onGone: () => void }) {
  const [asking, setAsking] = useState(false)
  const remove = useDeleteClips()
  const onDelete = () =>
    remove.mutate([clip.id], {
      onSuccess: ({ kept }) => {
        if (kept.length > 0) return
        toast('1 clip deleted.')
        onGone()
      },
    })
  return (
    <>
      <IconButton icon={Trash2} label="Delete" className="ml-auto" onClick={() => setAsking(true)} />
      <DeleteConfirm
        clips={[clip]}
        open={asking}
        onOpenChange={setAsking}
        onConfirm={onDelete}
        busy={remove.isPending}
        problem={remove.data?.reason ?? remove.error}
      />
    </>
  )
}
