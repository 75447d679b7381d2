import { useState } from 'react'
import type { ShotWords } from '@/api/board'
import { useDismissProposals, type Proposal } from '@/api/direction'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { ProblemNotice } from '@/components/ui/problem-notice'
import type { Problem } from '@/api/problem'
import type { Storyboard } from './use-storyboard'
import { wordFields } from './word-fields'

/** New words beside the present ones. Nothing changes before it is taken. */
export function Proposals({ desk, onClose }: { desk: Storyboard; onClose: () => void }) {
  const { board, acts, direction, project } = desk
  const dismiss = useDismissProposals(project.id)
  const [taken, setTaken] = useState<ReadonlySet<string>>(() => new Set())
  const [problem, setProblem] = useState<Problem | null>(null)
  const open = (direction?.proposals ?? []).filter((one) => !taken.has(one.shotId))
  const take = async (proposals: readonly Proposal[]) => {
    const refused = await acts.tryChange(
      ...proposals.map(({ shotId, after }) => ({ kind: 'words' as const, shotId, words: after })),
    )
    setProblem(refused)
    if (!refused) leave(proposals)
  }
  const leave = (proposals: readonly Proposal[]) => {
    const next = new Set([...taken, ...proposals.map((one) => one.shotId)])
    setTaken(next)
    if ((direction?.proposals ?? []).every((one) => next.has(one.shotId))) {
      dismiss.mutate()
      onClose()
    }
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="New words"
      description={open.length === 1 ? 'One shot has a proposal.' : `${open.length} shots have a proposal.`}
      width="lg"
      footer={
        <>
          <Button look="quiet" onClick={() => leave(open)}>
            Leave them all
          </Button>
          <Button look="lamp" busy={acts.busy} onClick={() => void take(open)}>
            {open.length === 1 ? 'Take it' : `Take all ${open.length}`}
          </Button>
        </>
      }
    >
      {problem && <ProblemNotice problem={problem} className="mb-4" />}
      <ul aria-label="Proposals" className="grid gap-4">
        {open.map((proposal) => {
          const number = board.shots.find((shot) => shot.id === proposal.shotId)?.number
          return (
            <li key={proposal.shotId} className="grid gap-3 rounded-lg border border-edge p-4">
              <div className="flex flex-wrap items-center justify-between gap-2">
                <h3 className="font-semibold">Shot {number ?? '?'}</h3>
                <span className="flex gap-2">
                  <Button size="sm" look="quiet" aria-label={`Leave shot ${number}`} onClick={() => leave([proposal])}>
                    Leave
                  </Button>
                  <Button
                    size="sm"
                    aria-label={`Take shot ${number}`}
                    busy={acts.busy}
                    onClick={() => void take([proposal])}
                  >
                    Take
                  </Button>
                </span>
              </div>
              <dl className="grid gap-2 text-sm">
                {wordFields.map(({ field, label }) => (
                  <Change
                    key={field}
                    label={label}
                    before={of(proposal.before, field)}
                    after={of(proposal.after, field)}
                  />
                ))}
              </dl>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}

const of = (words: ShotWords, field: keyof ShotWords) => words[field].trim()

function Change({ label, before, after }: { label: string; before: string; after: string }) {
  if (before === after) return null
  return (
    <div className="grid gap-x-4 gap-y-0.5 sm:grid-cols-[5rem_1fr_1fr]">
      <dt className="text-xs text-ink-faint sm:pt-0.5">{label}</dt>
      <dd className="text-ink-faint">
        <span className="sr-only">before: </span>
        <del className="no-underline">{before || 'nothing'}</del>
      </dd>
      <dd>
        <span className="sr-only">after: </span>
        <ins className="no-underline">{after || 'nothing'}</ins>
      </dd>
    </div>
  )
}
