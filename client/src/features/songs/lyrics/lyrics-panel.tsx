import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { lyricsOf, useChangeLyrics } from '@/api/lyrics'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import type { Desk } from '../use-desk'
import { LyricsEditor } from './lyrics-editor'
import { LyricsLines } from './lyrics-lines'
import { LyricsStart } from './lyrics-start'
import { RecognitionNotice } from './recognition-notice'
import { TapAlong } from './tap-along'

export type LyricsMode = 'read' | 'write' | 'tap'

/** The words of the song and when they are sung. */
export function LyricsPanel({ desk }: { desk: Desk }) {
  const { id } = desk.track
  const lyrics = useQuery(lyricsOf(id))
  const change = useChangeLyrics(id)
  const [mode, setMode] = useState<LyricsMode>('read')
  if (lyrics.isPending) {
    return (
      <Loading label="Loading the lyrics" className="grid gap-3">
        {[0, 1, 2, 3, 4].map((line) => (
          <Skeleton key={line} className="h-6 max-w-md" />
        ))}
      </Loading>
    )
  }
  if (lyrics.isError && !lyrics.data) {
    return <ProblemNotice problem={lyrics.error} onRetry={() => void lyrics.refetch()} retrying={lyrics.isFetching} />
  }
  const { data } = lyrics
  const empty = !data.instrumental && data.text.trim() === '' && data.lines.length === 0
  return (
    <div className="grid gap-4">
      <RecognitionNotice track={id} lyrics={data} />
      {change.isError && <ProblemNotice problem={change.error} />}
      {mode === 'write' ? (
        <LyricsEditor
          text={data.text}
          saving={change.isPending}
          onSave={(text) => change.mutate({ text }, { onSuccess: () => setMode('read') })}
          onLeave={() => setMode('read')}
        />
      ) : mode === 'tap' ? (
        <TapAlong
          lines={data.lines}
          saving={change.isPending}
          onSave={(lines) => change.mutate({ lines }, { onSuccess: () => setMode('read') })}
          onLeave={() => setMode('read')}
        />
      ) : empty ? (
        <LyricsStart track={desk.track} lyrics={data} change={change} onWrite={() => setMode('write')} />
      ) : (
        <LyricsLines desk={desk} lyrics={data} change={change} onMode={setMode} />
      )}
    </div>
  )
}
