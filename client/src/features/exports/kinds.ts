import type { ExportKind } from '@/api/exports'
import type { Film } from '@/api/films'

export interface KindWords {
  kind: ExportKind
  name: string
  /** What one takes it for. */
  use: string
  /** What it is made of. */
  needs: 'film' | 'words' | 'nothing'
  /** What can be said about it. */
  options?: readonly ('start' | 'seconds' | 'weight')[]
}

export interface KindGroup {
  name: string
  kinds: readonly KindWords[]
}

/** Every file that can be made, by what one wants it for. */
export const groups: readonly KindGroup[] = [
  {
    name: 'The film',
    kinds: [
      {
        kind: 'mp4Source',
        name: 'MP4, full size',
        use: 'The film as it was composed, untouched: for YouTube, and to keep.',
        needs: 'film',
      },
      { kind: 'mp4_1080', name: 'MP4, 1080p', use: 'For television, and for sending to people.', needs: 'film' },
      { kind: 'mp4_720', name: 'MP4, 720p', use: 'Half the weight: for mail, chats and slow lines.', needs: 'film' },
      { kind: 'webM', name: 'WebM', use: 'For a website of your own, smaller at the same look.', needs: 'film' },
    ],
  },
  {
    name: 'In another shape',
    kinds: [
      {
        kind: 'tall',
        name: 'Tall, 9:16',
        use: 'For Reels, Shorts and TikTok. Cropped from the takes around what matters in each.',
        needs: 'film',
      },
      { kind: 'square', name: 'Square, 1:1', use: 'For feeds that crop everything else.', needs: 'film' },
      {
        kind: 'wide',
        name: 'Wide, 16:9',
        use: 'For television and YouTube, when the film has another shape.',
        needs: 'film',
      },
    ],
  },
  {
    name: 'To make people curious',
    kinds: [
      {
        kind: 'teaser15',
        name: 'Teaser, 15 s',
        use: 'The strongest bars, from a downbeat to a downbeat.',
        needs: 'film',
      },
      { kind: 'teaser30', name: 'Teaser, 30 s', use: 'The strongest bars with time to tell something.', needs: 'film' },
      {
        kind: 'gif',
        name: 'GIF',
        use: 'A few seconds without sound, for pages and chats that play no video.',
        needs: 'film',
        options: ['start', 'seconds', 'weight'],
      },
      {
        kind: 'loop',
        name: 'Loop',
        use: 'Some seconds whose end runs into their beginning: a canvas for streaming.',
        needs: 'film',
        options: ['start', 'seconds'],
      },
      {
        kind: 'poster',
        name: 'Poster',
        use: 'One picture out of the film, as the thumbnail.',
        needs: 'film',
        options: ['start'],
      },
    ],
  },
  {
    name: 'The words',
    kinds: [
      { kind: 'srt', name: 'Captions, SRT', use: 'To upload beside the film, on YouTube or Facebook.', needs: 'words' },
      { kind: 'vtt', name: 'Captions, VTT', use: 'For a player on a website.', needs: 'words' },
      { kind: 'lrc', name: 'Lyrics, LRC', use: 'For players that show the words with the song.', needs: 'words' },
    ],
  },
  {
    name: 'To keep',
    kinds: [
      {
        kind: 'archive',
        name: 'Project archive',
        use: 'Everything, song and takes and storyboard. Opens in another studio.',
        needs: 'nothing',
      },
      {
        kind: 'receipt',
        name: 'Receipt',
        use: 'What the film was made of: models, words, prices and checksums.',
        needs: 'nothing',
      },
    ],
  },
]

const linesOf: Partial<Record<ExportKind, number>> = { mp4_1080: 1080, mp4_720: 720 }
const shapes: Partial<Record<ExportKind, number>> = { tall: 9 / 16, square: 1, wide: 16 / 9 }

/** Whether a file would be another one than the film itself, which it is not in the film's own size or shape. */
export function differs(kind: ExportKind, film: Film | null): boolean {
  const { width, height } = film?.media ?? {}
  if (!width || !height) return true
  const lines = linesOf[kind]
  const shape = shapes[kind]
  if (lines !== undefined) return Math.min(width, height) > lines
  // A frame has whole pixels: 854 × 480 is wide, too.
  return shape === undefined || Math.abs(Math.log(width / height / shape)) > 0.02
}

export function wordsOf(kind: ExportKind): KindWords {
  const all = groups.flatMap((group) => group.kinds)
  return all.find((one) => one.kind === kind) ?? { kind, name: kind, use: '', needs: 'nothing' }
}
