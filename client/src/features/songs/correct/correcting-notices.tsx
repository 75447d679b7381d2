import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { Correcting } from './use-correcting'

/** Corrections that the studio has not kept, and why. */
export function CorrectingNotices({ correcting }: { correcting: Correcting }) {
  const { crossed, problem } = correcting
  if (crossed) {
    return (
      <Notice
        role="alert"
        tone="attention"
        title="This song was corrected somewhere else meanwhile"
        actions={
          <>
            <Button size="sm" onClick={correcting.takeTheirs}>
              Take those corrections
            </Button>
            <Button size="sm" onClick={correcting.keepMine}>
              Keep mine
            </Button>
          </>
        }
      >
        Another tab or device was faster. What you see here is yours and not kept yet. Either way undo brings the other
        back.
      </Notice>
    )
  }
  if (!problem) return null
  if (problem.offline) {
    return (
      <Notice role="status" tone="attention" title="Not kept yet">
        The studio does not answer. Go on: your corrections are sent as soon as it does. Leave this page open until
        then.
      </Notice>
    )
  }
  return (
    <Notice
      role="alert"
      tone="refused"
      title="The correction was not kept"
      actions={
        correcting.canUndo && (
          <Button size="sm" onClick={correcting.undo}>
            Undo it
          </Button>
        )
      }
    >
      {problem.message}
    </Notice>
  )
}
