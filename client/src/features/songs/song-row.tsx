import { Link } from 'wouter'
import type { Track } from '@/api/track-types'
import { Progress } from '@/components/ui/progress'
import { StateMark } from '@/components/ui/state-mark'
import { clock } from '@/lib/time'
import { Cover } from '@/components/song/cover'
import { SongShape } from '@/components/song/song-shape'
import { heardShare, hearingWords, meterWords, stateOf, tempoWords } from './facts'

/** A song in a list: what it is and where it stands. */
export function SongRow({ track }: { track: Track }) {
  const working = track.state === 'listening' || track.state === 'waiting'
  return (
    <li className="border-edge not-first:border-t">
      <Link
        href={`/songs/${track.id}`}
        className="flex min-h-16 items-center gap-4 px-3 py-2.5 hover:bg-lifted sm:px-4"
      >
        <Cover track={track} className="size-11" />
        <span className="grid min-w-0 grow">
          <span className="truncate font-medium">{track.title}</span>
          <span className="truncate text-sm text-ink-faint">
            {[track.artist, clock(track.seconds), ...heardFacts(track)].filter(Boolean).join(' · ')}
          </span>
        </span>
        {working ? (
          <span className="grid w-24 shrink-0 gap-1.5 text-right sm:w-44">
            <span className="sr-only text-sm text-ink-soft sm:not-sr-only">{hearingWords(track)}</span>
            <Progress label={`Listening to ${track.title}`} value={heardShare(track)} text={hearingWords(track)} />
          </span>
        ) : track.state === 'heard' ? (
          <SongShape track={track} className="hidden h-10 w-56 shrink-0 sm:block lg:w-96" />
        ) : (
          <StateMark tone={stateOf(track).tone} className="shrink-0">
            {stateOf(track).word}
          </StateMark>
        )}
      </Link>
    </li>
  )
}

function heardFacts(track: Track): string[] {
  if (track.state !== 'heard') return []
  if (track.steady === false) return ['no steady beat']
  return [track.tempo ? tempoWords(track.tempo) : '', track.meter ? meterWords(track.meter) : '']
}
