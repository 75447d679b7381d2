import type { Scorecard } from '@/api/films'
import type { StageMark } from '@/components/film/film-stage'

/** What the scorecard found, as pins on the song's strip. */
export function marksOf(card: Scorecard): StageMark[] {
  return [
    ...card.flashes.map((mark) => ({ id: `flash ${mark.frame}`, seconds: mark.seconds, tone: 'refused' as const })),
    ...card.black.map((mark) => ({ id: `black ${mark.frame}`, seconds: mark.seconds, tone: 'attention' as const })),
    ...card.frozen.map((mark) => ({ id: `frozen ${mark.frame}`, seconds: mark.seconds, tone: 'off' as const })),
    ...card.cutMarks.map((mark) => ({
      id: `cut ${mark.frame}`,
      seconds: mark.seconds,
      tone: isOff(mark.off) ? ('refused' as const) : ('off' as const),
    })),
  ]
}

/** More than a frame from its place. */
export function isOff(off: number | null | undefined): boolean {
  return off != null && Math.abs(off) > 1
}

/** "2 frames late" */
export function offWords(off: number): string {
  const frames = Math.abs(off)
  if (frames === 0) return 'on its place'
  return `${frames} ${frames === 1 ? 'frame' : 'frames'} ${off > 0 ? 'late' : 'early'}`
}
