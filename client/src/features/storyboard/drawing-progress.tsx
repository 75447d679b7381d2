import { StopButton } from '@/components/orders/stop-button'
import { Progress } from '@/components/ui/progress'
import { SpokenProgress } from '@/components/ui/spoken-progress'
import { leftWords } from '@/lib/progress'
import { useNow } from '@/lib/use-now'
import { drawingLeft, type Drawing } from './drawing'

/** Stills on their way: how many are over, how long the others take, and a way to take back what is not drawn yet. */
export function DrawingProgress({ project, drawing }: { project: string; drawing: Drawing }) {
  const now = useNow(5_000)
  const { of, over, inLine } = drawing
  const words = of === 1 ? 'Drawing 1 still' : `Drawing ${of} stills: ${over} done`
  return (
    <div className="flex flex-wrap items-center justify-end gap-x-4 gap-y-2 max-sm:w-full">
      <div className="grid grow gap-1 sm:w-80">
        <p className="flex justify-between gap-3 text-sm">
          <span className="text-working">{words}</span>
          <span className="whitespace-nowrap text-ink-faint">{leftWords(drawingLeft(drawing, now))}</span>
        </p>
        {of > 1 && <Progress label="Stills on their way" value={over / of} text={words} />}
      </div>
      <StopButton count={inLine} noun="still" together={{ stillsOf: project }} />
      <SpokenProgress what="Stills" value={over / of} done={false} />
    </div>
  )
}
