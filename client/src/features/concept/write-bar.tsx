import { useQuery } from '@tanstack/react-query'
import { ArrowRight, Check, CloudOff, LoaderCircle } from 'lucide-react'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { boardOf, useMakeBoard } from '@/api/board'
import { wordsPrice } from '@/api/direction'
import { useRehearsal } from '@/api/session'
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
  const price = useQuery(wordsPrice(project.id))
  const board = useQuery(boardOf(project.id))
  const make = useMakeBoard(project.id)
  const [asking, setAsking] = useState(false)
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
  const heard = project.track.state === 'heard'
  const button = (
    <PriceButton
      className="grow sm:grow-0"
      verb={there ? 'Write it anew, up to' : 'Write the storyboard, up to'}
      look={there ? 'plain' : 'lamp'}
      price={most}
      rehearsal={rehearsal}
      busy={make.isPending}
      off={!heard || most === undefined || board.isPending}
      onClick={() => (there ? setAsking(true) : void write(false))}
    />
  )
  return (
    <div className="sticky bottom-(--bar-height) z-20 -mx-4 mt-10 grid gap-3 border-t border-edge bg-ground px-4 py-3 sm:-mx-6 sm:px-6 lg:-mx-10 lg:px-10">
      {make.error && !asking && <ProblemNotice problem={make.error} />}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SaveWords state={state} onAgain={() => void flush()} />
        <span className="flex grow flex-wrap items-center justify-end gap-2">
          {!there && heard && (
            <Button look="quiet" busy={make.isPending} onClick={() => void write(true)}>
              By plain rules · free
            </Button>
          )}
          {button}
          {there && (
            <Link href={`/projects/${project.id}/storyboard`} className={buttonClass('lamp', 'lg', 'grow sm:grow-0')}>
              To the storyboard
              <ArrowRight aria-hidden className="size-4" />
            </Link>
          )}
        </span>
      </div>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title="Write the storyboard anew?"
        verb="Write it anew"
        danger={false}
        busy={make.isPending}
        problem={make.error}
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
