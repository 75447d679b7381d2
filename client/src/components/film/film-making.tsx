import type { Film } from '@/api/films'
import { Progress } from '@/components/ui/progress'
import { grouped } from '@/lib/grouped'

/** How far a film is that is being made. */
export function FilmMaking({ film }: { film: Film }) {
  const words = wordsOf(film)
  const share = film.state === 'composing' ? shareOf(film) : undefined
  return (
    <div className="grid gap-1.5">
      <p className="flex justify-between gap-3 text-sm">
        <span>
          <span className="font-medium">Film {film.number}.</span> {words}
        </span>
        {share !== undefined && <span className="text-ink-faint">{Math.floor(share * 100)} %</span>}
      </p>
      {film.state !== 'waiting' && <Progress label={`Film ${film.number}`} value={share} text={words} />}
    </div>
  )
}

export function shareOf({ doneFrames, totalFrames }: Film): number {
  return totalFrames > 0 ? doneFrames / totalFrames : 0
}

function wordsOf({ state, doneFrames, totalFrames }: Film): string {
  if (state === 'waiting') return 'Waits for its turn: one film is composed at a time'
  if (state === 'measuring') return 'Measuring the finished file, frame by frame'
  return `Composing: ${grouped(doneFrames)} of ${grouped(totalFrames)} frames`
}
