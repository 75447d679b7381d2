import { ChevronLeft, ChevronRight, Lock, LockOpen, X } from 'lucide-react'
import { useState } from 'react'
import type { Shot } from '@/api/board'
import { useRehearsal } from '@/api/session'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { PriceButton } from '@/components/ui/price-button'
import { StateMark } from '@/components/ui/state-mark'
import { fineClock } from '@/lib/fine-clock'
import { PromptView } from './prompt-view'
import { RewriteDialog } from './rewrite-dialog'
import { ShotCast } from './shot-cast'
import { ShotOptions } from './shot-options'
import { ShotTiming } from './shot-timing'
import { approvable, lengthWords, stateOfShot } from './shot-state'
import { StillPanel } from './still-panel'
import { useWordsDraft } from './use-words-draft'
import type { Storyboard } from './use-storyboard'
import { WordsForm } from './words-form'

/** Everything about one shot: at the side where there is room, and a sheet on a phone. */
export function ShotEditor({ desk, shot }: { desk: Storyboard; shot: Shot }) {
  const { acts, board, names, openShot, project, stillsOfShot } = desk
  const draft = useWordsDraft(shot, acts)
  const [rewriting, setRewriting] = useState(false)
  const index = board.shots.findIndex((one) => one.id === shot.id)
  const go = (by: number) => {
    const next = board.shots[index + by]
    if (next) openShot(next.id)
  }
  const { tone, word } = stateOfShot(shot, stillsOfShot(shot.id))
  return (
    <div className="grid gap-5">
      <header className="flex items-start justify-between gap-2">
        <div className="grid gap-0.5">
          <h2 className="display text-xl">Shot {shot.number}</h2>
          <p className="text-sm text-ink-faint">
            {[
              names[shot.section],
              `${fineClock(shot.start)} to ${fineClock(shot.end)}`,
              lengthWords(shot.end - shot.start),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          <StateMark tone={tone} className="mt-1">
            {word}
          </StateMark>
        </div>
        <span className="flex">
          <IconButton icon={ChevronLeft} label="The shot before" disabled={index === 0} onClick={() => go(-1)} />
          <IconButton
            icon={ChevronRight}
            label="The next shot"
            disabled={index === board.shots.length - 1}
            onClick={() => go(1)}
          />
          <IconButton
            icon={shot.locked ? Lock : LockOpen}
            label={shot.locked ? 'Unlock the shot' : 'Lock the shot'}
            aria-pressed={shot.locked}
            className="aria-pressed:text-lamp-ink"
            onClick={() => void acts.change({ kind: 'lock', shotId: shot.id, flag: !shot.locked })}
          />
          <IconButton icon={X} label="Close the shot" onClick={() => openShot(null)} />
        </span>
      </header>
      {shot.locked && <p className="text-sm text-ink-soft">Locked: nothing changes it before you unlock it.</p>}
      {shot.lyric && <p className="border-l-2 border-edge-strong pl-3 text-sm text-ink-soft">“{shot.lyric}”</p>}
      <StillPanel desk={desk} shot={shot} before={draft.flush} />
      <ShotApproval desk={desk} shot={shot} before={draft.flush} />
      <WordsForm shot={shot} draft={draft} />
      {!shot.locked && (
        <Button
          size="sm"
          className="justify-self-start"
          onClick={() => void draft.flush().then(() => setRewriting(true))}
        >
          Rewrite by a sentence
        </Button>
      )}
      <ShotCast desk={desk} shot={shot} />
      <ShotTiming desk={desk} shot={shot} />
      <ShotOptions desk={desk} shot={shot} />
      <PromptView project={project.id} shotId={shot.id} />
      {rewriting && <RewriteDialog project={project.id} shots={[shot]} onClose={() => setRewriting(false)} />}
    </div>
  )
}

interface ShotApprovalProps {
  desk: Storyboard
  shot: Shot
  /** Words that are still being typed go first: a yes is a yes to them. */
  before: () => Promise<boolean>
}

function ShotApproval({ desk, shot, before }: ShotApprovalProps) {
  const { acts } = desk
  const rehearsal = useRehearsal()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const approve = async () => {
    setBusy(true)
    const problem = (await before()) ? await acts.approve({ shotIds: [shot.id] }, shot.price ?? 0) : null
    setRefused(problem?.message ?? null)
    setBusy(false)
  }
  if (shot.approved) {
    return (
      <div className="flex items-center justify-between gap-2 text-sm text-ink-soft">
        <p className="min-w-0">Approved as it stands. Changing it takes the approval back.</p>
        <Button size="sm" look="quiet" onClick={() => acts.withdraw({ shotIds: [shot.id] })}>
          Withdraw
        </Button>
      </div>
    )
  }
  return (
    <div className="grid gap-1.5">
      {approvable(shot) ? (
        <PriceButton
          verb="Approve this shot"
          size="md"
          look="plain"
          price={shot.price ?? 0}
          rehearsal={rehearsal}
          busy={busy}
          onClick={() => void approve()}
        />
      ) : (
        <p className="text-sm text-ink-soft">{shot.missing ?? 'It has no still yet.'}</p>
      )}
      {refused && (
        <p role="alert" className="text-sm text-refused">
          {refused}
        </p>
      )}
    </div>
  )
}
