import type { Export } from '@/api/exports'
import { Button } from '@/components/ui/button'
import { Progress } from '@/components/ui/progress'
import { wordsOf } from './kinds'

interface ExportProgressProps {
  made: Export
  busy: boolean
  onCancel: () => void
}

/** A file on its way. */
export function ExportProgress({ made, busy, onCancel }: ExportProgressProps) {
  const { name } = wordsOf(made.kind)
  const waits = made.state === 'waiting'
  const percent = Math.floor(made.share * 100)
  return (
    <div className="grid gap-1.5">
      {!waits && <Progress label={name} value={made.share} />}
      <p className="flex items-center justify-between gap-2 text-sm text-ink-soft">
        <span>{waits ? 'Waits for its turn' : `Being made, ${percent} %`}</span>
        <Button size="sm" look="quiet" busy={busy} onClick={onCancel}>
          Cancel<span className="sr-only">, {name}</span>
        </Button>
      </p>
    </div>
  )
}
