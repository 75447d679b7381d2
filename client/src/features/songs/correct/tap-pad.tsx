import { songPlayer } from '@/lib/song-player'
import { Button } from '@/components/ui/button'
import type { Desk } from '../use-desk'
import { tappedAs } from './beat-changes'
import type { Tapping } from './use-tapping'

/** A place to tap along: by finger, mouse, space bar or t. */
export function TapPad({ tapping, desk }: { tapping: Tapping; desk: Desk }) {
  const { result, count } = tapping
  const use = () => {
    if (!result) return
    // The first tap counts as a one. Tapped in silence, taps say how fast and not where: then a bar begins where one did.
    const anchor = result.anchor ?? desk.bars[0]?.start ?? songPlayer.time
    desk.correcting.apply(tappedAs(Math.round(result.tempo * 100) / 100, Math.max(0, anchor)))
    tapping.end()
  }
  return (
    <div className="grid gap-3">
      <button
        type="button"
        data-tap=""
        autoFocus
        onPointerDown={(event) => tapping.tap(event.timeStamp)}
        // A press by Enter or by a screen reader comes without a pointer.
        onClick={(event) => event.detail === 0 && tapping.tap(event.timeStamp)}
        className="grid min-h-32 touch-manipulation place-items-center rounded-lg border border-edge-strong bg-well px-4 select-none active:border-lamp-ink active:bg-lifted"
      >
        {result ? (
          <span className="grid justify-items-center">
            <span className="display text-2xl">{result.tempo.toFixed(1)} BPM</span>
            <span className="text-sm text-ink-soft">
              ± {Math.round(result.spreadMs)} ms over {result.taps} taps
            </span>
          </span>
        ) : (
          <span className="grid justify-items-center gap-1">
            <span className="font-semibold">Tap along</span>
            <span className="text-center text-sm text-ink-faint">
              {count > 0
                ? `${count} so far, at least three`
                : 'From the one, here or with space or t, while the song plays'}
            </span>
          </span>
        )}
      </button>
      <p role="status" className="text-sm text-ink-faint">
        {result && result.spreadMs > 45
          ? 'Uneven so far: go on tapping, every tap makes it better.'
          : result
            ? 'Even. Use it, or go on tapping.'
            : ' '}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button look={result ? 'lamp' : 'plain'} off={!result} onClick={use}>
          {result ? `Use ${result.tempo.toFixed(1)} BPM` : 'Use it'}
        </Button>
        <Button onClick={tapping.again} off={count === 0}>
          Start over
        </Button>
        <Button look="quiet" onClick={tapping.end}>
          Leave
        </Button>
      </div>
    </div>
  )
}
