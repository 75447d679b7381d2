import type { ReactNode } from 'react'
import { Button } from './button'
import { Dialog } from './dialog'
import { ProblemNotice } from './problem-notice'

export interface ConfirmProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: string
  /** What is lost or changed by it, in a sentence. */
  children: ReactNode
  /** The act, as a verb: "Delete 3 clips". */
  verb: string
  onConfirm: () => void
  busy?: boolean
  problem?: unknown
  danger?: boolean
}

/** Asks before something that cannot be taken back. */
export function Confirm({ title, children, verb, onConfirm, busy, problem, danger = true, ...dialog }: ConfirmProps) {
  return (
    <Dialog
      {...dialog}
      title={title}
      width="sm"
      footer={
        <>
          <Button look="quiet" onClick={() => dialog.onOpenChange(false)}>
            Keep as it is
          </Button>
          <Button look={danger ? 'danger' : 'lamp'} busy={busy} onClick={onConfirm}>
            {verb}
          </Button>
        </>
      }
    >
      <div className="grid gap-3 text-ink-soft">{children}</div>
      {problem ? <ProblemNotice problem={problem} className="mt-4" /> : null}
    </Dialog>
  )
}
