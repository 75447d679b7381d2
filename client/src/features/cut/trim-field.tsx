import type { CutSpan } from '@/api/films'
import { Button } from '@/components/ui/button'
import { songPlayer } from '@/lib/song-player'
import { lastIn, wishOf, withWish } from './cut-edits'
import { RangeField } from './range-field'
import type { Cutting } from './use-cutting'

/** Where in its clip a span begins, to the frame. */
export function TrimField({ cutting, span }: { cutting: Cutting; span: CutSpan }) {
  const { view, edit } = cutting
  const rate = view.frameRate
  const last = lastIn(span, rate)
  const wished = wishOf(view.cut, span.shotId).inSeconds != null
  if (last <= 0) return null
  const set = (inSeconds: number | null) => {
    edit((cut) => withWish(cut, span.shotId, { inSeconds }))
    // The picture that the shot now begins with.
    if (!songPlayer.now.playing) songPlayer.seek((span.startFrame + 0.5) / rate)
  }
  return (
    <div className="grid justify-items-start gap-1">
      <div className="w-full">
        <RangeField
          label="Begins in its clip at"
          value={Math.min(last, span.inSeconds)}
          min={0}
          max={Number(last.toFixed(3))}
          step={Number((1 / rate).toFixed(5))}
          words={(now) => `${now.toFixed(2)} s of ${(span.sourceSeconds ?? 0).toFixed(1)} s`}
          onChange={set}
        />
      </div>
      {wished && (
        <Button size="sm" look="quiet" onClick={() => set(null)}>
          Let the studio choose
        </Button>
      )}
      {span.speed < 0.999 && (
        <p className="text-sm text-ink-soft">
          Runs at {Math.round(span.speed * 100)} % of its speed, to fill its place.
        </p>
      )}
    </div>
  )
}
