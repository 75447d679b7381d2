import { useStopWriting, isAtWork } from '@/api/direction'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Progress } from '@/components/ui/progress'
import { SpokenProgress } from '@/components/ui/spoken-progress'
import type { Storyboard } from './use-storyboard'

/** What the director is at, or what came of it. */
export function DirectionNotice({ desk, onRead }: { desk: Storyboard; onRead: () => void }) {
  const { direction, writing, project } = desk
  const stop = useStopWriting(project.id)
  if (!direction || direction.kind === 'questions') return null
  if (isAtWork(direction)) {
    const [done, of] = [writing.progress?.shots ?? direction.done, writing.progress?.of ?? direction.of]
    const rewriting = direction.kind === 'rewrite'
    const words = rewriting ? 'The director looks for other words' : `Writing: ${done} of ${of} shots`
    return (
      <div className="flex items-center gap-4 rounded-lg border border-working/45 bg-raised px-4 py-3">
        <div className="grid grow gap-1.5">
          <p className="font-medium">{words}</p>
          <Progress label="Writing the storyboard" value={rewriting || of === 0 ? undefined : done / of} text={words} />
          {!rewriting && <SpokenProgress what="Writing the storyboard" value={of ? done / of : 0} done={false} />}
        </div>
        <Button size="sm" busy={stop.isPending} onClick={() => stop.mutate()}>
          Stop
        </Button>
      </div>
    )
  }
  const { proposals } = direction
  if (proposals.length > 0) {
    return (
      <Notice
        role="status"
        tone="done"
        title={proposals.length === 1 ? 'New words for one shot' : `New words for ${proposals.length} shots`}
        actions={
          <Button size="sm" look="lamp" onClick={onRead}>
            Compare and take
          </Button>
        }
      >
        {direction.notice ?? 'Nothing on the board has changed yet.'}
      </Notice>
    )
  }
  if (!direction.notice) return null
  return (
    <Notice role="status" tone={direction.state === 'failed' ? 'refused' : 'attention'}>
      {direction.notice}
    </Notice>
  )
}
