import { useQuery } from '@tanstack/react-query'
import { CheckSquare, GalleryHorizontal, Grid2x2, Redo2, Undo2 } from 'lucide-react'
import { useRehearsal } from '@/api/session'
import { stillsQuote, useOrderStills } from '@/api/stills'
import { useCreditShort } from '@/components/orders/credit-short'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { PriceButton } from '@/components/ui/price-button'
import { Segmented } from '@/components/ui/segmented'
import { toast } from '@/components/ui/toast'
import { newId } from '@/lib/ids'
import { commandKey } from '@/lib/platform'
import { drawingOf } from './drawing'
import { DrawingProgress } from './drawing-progress'
import { hasWords } from './shot-state'
import type { BoardView } from './shot-views'
import type { Storyboard } from './use-storyboard'

interface BoardBarProps {
  desk: Storyboard
  view: BoardView
  onView: (view: BoardView) => void
}

/** What one does with the whole board. */
export function BoardBar({ desk, view, onView }: BoardBarProps) {
  const { board, acts, picks } = desk
  return (
    <div role="toolbar" aria-label="Board" className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <Segmented<BoardView>
        label="View"
        value={view}
        onChange={onView}
        segments={[
          { value: 'grid', name: 'Grid', label: <Grid2x2 aria-hidden className="size-4" /> },
          { value: 'strip', name: 'Strip', label: <GalleryHorizontal aria-hidden className="size-4" /> },
        ]}
      />
      <span className="flex">
        <IconButton
          icon={Undo2}
          label={board.undoAct ? `Undo: ${board.undoAct}` : 'Undo'}
          keys={`${commandKey} Z`}
          aria-keyshortcuts="Control+Z Meta+Z"
          off={!board.canUndo}
          onClick={acts.undo}
        />
        <IconButton
          icon={Redo2}
          label={board.redoAct ? `Redo: ${board.redoAct}` : 'Redo'}
          keys={`${commandKey} Shift Z`}
          aria-keyshortcuts="Control+Shift+Z Meta+Shift+Z Control+Y"
          off={!board.canRedo}
          onClick={acts.redo}
        />
        <span role="status" className="sr-only">
          {acts.said}
        </span>
      </span>
      <Button
        size="sm"
        look={picks.on ? 'plain' : 'quiet'}
        aria-pressed={picks.on}
        onClick={picks.on ? picks.end : picks.begin}
      >
        <CheckSquare aria-hidden className="size-4" />
        Select
      </Button>
      <div className="ml-auto max-sm:w-full">
        <DrawMissing desk={desk} />
      </div>
    </div>
  )
}

/** Orders a still for every shot that has none. Those on their way are not ordered twice. */
function DrawMissing({ desk }: { desk: Storyboard }) {
  const { board, project, stillsOfShot, stillsKnown, writing } = desk
  const rehearsal = useRehearsal()
  const lacking = board.shots.filter((shot) => !shot.stillUrl && !shot.sameAs && hasWords(shot.words))
  const drawing = drawingOf(board.shots.flatMap((shot) => stillsOfShot(shot.id).all))
  const open = stillsKnown ? lacking.filter((shot) => stillsOfShot(shot.id).drawing === null).length : 0
  const quote = useQuery(stillsQuote(project.id, open > 0 && !writing.active ? { missing: true } : null, open))
  const order = useOrderStills(project.id)
  const short = useCreditShort(quote.data?.total)
  if (open === 0 || writing.active) {
    return drawing && <DrawingProgress project={project.id} drawing={drawing} />
  }
  const count = quote.data?.count ?? open
  const press = () =>
    order.mutate(
      { order: { missing: true, shownEach: quote.data?.each ?? 0 }, key: newId() },
      { onError: (problem) => toast(problem.message, { tone: 'refused' }) },
    )
  return (
    <span className="flex flex-wrap items-center justify-end gap-x-3 gap-y-1">
      {quote.data && !quote.data.withinBudget && (
        <span className="text-sm text-attention">{quote.data.note ?? 'Over the budget.'}</span>
      )}
      {quote.data?.withinBudget && short && <span className="max-w-prose text-sm text-attention">{short}</span>}
      {drawing && <span className="text-sm text-working">{drawing.of - drawing.over} on the way</span>}
      <PriceButton
        verb={count === 1 ? 'Draw 1 still' : `Draw ${count} stills`}
        size="md"
        price={quote.data?.total}
        stale={quote.isFetching}
        rehearsal={rehearsal}
        off={!quote.data}
        busy={order.isPending}
        onClick={press}
      />
    </span>
  )
}
