import { ArrowLeftToLine, ArrowRightToLine, Combine, MoveLeft, MoveRight, Scissors } from 'lucide-react'
import { useState } from 'react'
import type { Shot } from '@/api/board'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { TextInput } from '@/components/ui/text-input'
import { fineClock, readClock } from '@/lib/fine-clock'
import { songPlayer } from '@/lib/song-player'
import { beatBeside, placeOf, splitOf } from './cuts'
import type { Storyboard } from './use-storyboard'

/** When the shot begins, and how it is divided, joined and put elsewhere. */
export function ShotTiming({ desk, shot }: { desk: Storyboard; shot: Shot }) {
  const { acts, beats, board, openShot } = desk
  const index = board.shots.findIndex((one) => one.id === shot.id)
  const next = board.shots[index + 1]
  const move = (seconds: number, free: boolean) => {
    const at = placeOf(board.shots, index, seconds, { beats, free })
    if (at !== null) void acts.change({ kind: 'move', shotId: shot.id, at, free })
  }
  const merge = async () => {
    if (await acts.change({ kind: 'merge', shotId: shot.id })) openShot(shot.id)
  }
  return (
    <div role="group" aria-label="Time" className="grid gap-3 border-t border-edge pt-4">
      {index > 0 && (
        <div className="flex items-end gap-1">
          <BeginField key={shot.start} shot={shot} onMove={move} />
          <IconButton
            icon={ArrowLeftToLine}
            label="Begin a beat earlier"
            disabled={shot.locked}
            onClick={() => move(beatBeside(beats, shot.start, -1), false)}
          />
          <IconButton
            icon={ArrowRightToLine}
            label="Begin a beat later"
            disabled={shot.locked}
            onClick={() => move(beatBeside(beats, shot.start, 1), false)}
          />
        </div>
      )}
      {!shot.onBeat && index > 0 && <p className="text-xs text-attention">It begins off the beat.</p>}
      <div className="flex flex-wrap gap-1.5">
        <Button
          size="sm"
          off={shot.locked}
          onClick={() =>
            void acts.change({ kind: 'split', shotId: shot.id, at: splitOf(shot, beats, songPlayer.time) })
          }
        >
          <Scissors aria-hidden className="size-4" />
          Split
        </Button>
        <Button size="sm" off={shot.locked || !next || next.locked} onClick={() => void merge()}>
          <Combine aria-hidden className="size-4" />
          Merge with the next
        </Button>
        <Button
          size="sm"
          off={shot.locked || index === 0}
          onClick={() => void acts.change({ kind: 'reorder', shotId: shot.id, to: index - 1 })}
        >
          <MoveLeft aria-hidden className="size-4" />
          Earlier
        </Button>
        <Button
          size="sm"
          off={shot.locked || !next}
          onClick={() => void acts.change({ kind: 'reorder', shotId: shot.id, to: index + 1 })}
        >
          <MoveRight aria-hidden className="size-4" />
          Later
        </Button>
      </div>
    </div>
  )
}

function BeginField({ shot, onMove }: { shot: Shot; onMove: (seconds: number, free: boolean) => void }) {
  const [text, setText] = useState(() => fineClock(shot.start))
  const seconds = readClock(text)
  const keep = () => {
    if (seconds !== null && Math.abs(seconds - shot.start) > 0.004) onMove(seconds, true)
  }
  return (
    <Field
      label="Begins at"
      className="grow"
      error={seconds === null ? 'Minutes and seconds, as in 1:04.5.' : undefined}
    >
      {(wiring) => (
        <TextInput
          {...wiring}
          value={text}
          readOnly={shot.locked}
          inputMode="decimal"
          onChange={(event) => setText(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => event.key === 'Enter' && keep()}
        />
      )}
    </Field>
  )
}
