import { useQuery } from '@tanstack/react-query'
import { ArrowRight, Check, CloudOff, LoaderCircle } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { boardOf, useMakeBoard } from '@/api/board'
import { wordsPrice } from '@/api/direction'
import { useRehearsal } from '@/api/session'
import { ActBar } from '@/components/ui/act-bar'
import { Button, buttonClass } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { PriceButton } from '@/components/ui/price-button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { newId } from '@/lib/ids'
import type { SaveState } from './project-saves'
import type { Concept } from './use-saves'

/** The act that ends the concept, always in reach, and whether all that was typed is kept. */
export function WriteBar({ concept }: { concept: Concept }) {
  const { project, state, flush } = concept
  const rehearsal = useRehearsal()
  const writing = useWriteBoard(concept)
  const { board, most, ready } = writing
  return (
    <ActBar className="mt-10 grid gap-3">
      {!board && writing.problem && <ProblemNotice problem={writing.problem} />}
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <SaveWords state={state} onAgain={() => void flush()} />
        {board ? (
          <Link href={`/projects/${project.id}/storyboard`} className={buttonClass('lamp', 'lg')}>
            To the storyboard
            <ArrowRight aria-hidden className="size-4" />
          </Link>
        ) : (
          <span className="flex flex-wrap items-center justify-end gap-2 max-sm:contents">
            {ready && (
              <Button look="quiet" busy={writing.busy} onClick={() => void writing.write(true)}>
                By plain rules · free
              </Button>
            )}
            <PriceButton
              className="max-sm:w-full"
              verb="Write the storyboard"
              upTo
              price={most}
              rehearsal={rehearsal}
              busy={writing.busy}
              off={!ready || most === undefined}
              onClick={() => void writing.write(false)}
            />
          </span>
        )}
      </div>
    </ActBar>
  )
}

/** Once there is a board: has it planned and written again after the concept was changed. */
export function WriteAnew({ concept }: { concept: Concept }) {
  const rehearsal = useRehearsal()
  const { board, most, busy, problem, write } = useWriteBoard(concept)
  const [asking, setAsking] = useState(false)
  if (!board) return null
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg border border-edge px-4 py-3">
      <p className="text-sm text-ink-soft">
        There is a storyboard. What you change here reaches it when it is written anew.
      </p>
      <PriceButton
        verb="Write it anew"
        upTo
        look="plain"
        size="md"
        price={most}
        rehearsal={rehearsal}
        busy={busy}
        off={most === undefined}
        onClick={() => setAsking(true)}
      />
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title="Write the storyboard anew?"
        verb="Write it anew"
        danger={false}
        busy={busy}
        problem={problem}
        onConfirm={() => void write(false)}
      >
        <p>
          Shots that are not locked are planned and written anew. Locked ones keep their words and pictures. Every still
          stays in the studio, and Undo on the storyboard brings this board back.
        </p>
      </Confirm>
    </div>
  )
}

/** Having the board made, after everything that was typed is at the studio. */
function useWriteBoard({ project, flush }: Concept) {
  const price = useQuery(wordsPrice(project.id))
  const made = project.standing.shots > 0
  const board = useQuery({ ...boardOf(project.id), enabled: made })
  const make = useMakeBoard(project.id)
  const [, go] = useLocation()
  const there = board.data ?? null
  const most = price.data?.board
  const write = async (rules: boolean) => {
    if (!(await flush())) return
    make.mutate(
      { key: newId(), rules, shownMost: rules ? 0 : (most ?? 0), ...(there ? { version: there.version } : {}) },
      { onSuccess: () => go(`/projects/${project.id}/storyboard`) },
    )
  }
  const ready = project.track.state === 'heard' && !(made && board.isPending)
  return { board: there, most, ready, busy: make.isPending, problem: make.error, write }
}

function SaveWords({ state, onAgain }: { state: SaveState; onAgain: () => void }) {
  const { kind, problem } = state
  if (kind === 'unsaved') {
    return (
      <p role="alert" className="flex min-w-0 items-center gap-2 text-sm text-attention">
        <CloudOff aria-hidden className="size-4 shrink-0" />
        <span>
          {problem?.offline
            ? 'Not saved yet: the studio does not answer. It is tried again by itself.'
            : problem?.message}
        </span>
        <Button size="sm" onClick={onAgain}>
          Save now
        </Button>
      </p>
    )
  }
  return (
    <p role="status" className="flex items-center gap-1.5 text-sm text-ink-faint">
      {kind === 'saved' ? (
        <Check aria-hidden className="size-4" />
      ) : (
        <LoaderCircle aria-hidden className="size-4 motion-safe:animate-turn" />
      )}
      {kind === 'saved' ? 'Saved' : 'Saving'}
    </p>
  )
}
