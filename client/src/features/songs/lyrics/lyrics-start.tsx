import { FileText, Guitar, Upload } from 'lucide-react'
import type { Lyrics, Track } from '@/api/track-types'
import type { useChangeLyrics } from '@/api/lyrics'
import { Button } from '@/components/ui/button'
import { ImportButton } from './import-button'
import { RecogniseButton } from './recognise-button'

export type ChangeLyrics = ReturnType<typeof useChangeLyrics>

interface LyricsStartProps {
  track: Track
  lyrics: Lyrics
  change: ChangeLyrics
  onWrite: () => void
}

/** No words yet: four ways to come by them, one of them being that there are none. */
export function LyricsStart({ track, lyrics, change, onWrite }: LyricsStartProps) {
  return (
    <div className="grid max-w-xl gap-4">
      <p className="text-ink-soft">
        Paste the words and they stay exactly as you typed them; the studio only finds out when they are sung. Or let
        Venice write down what it hears.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button look="lamp" onClick={onWrite}>
          <FileText aria-hidden className="size-4" />
          Paste the words
        </Button>
        <RecogniseButton track={track} lyrics={lyrics} />
        <ImportButton busy={change.isPending} onFile={(file) => change.mutate({ file })}>
          <Upload aria-hidden className="size-4" />
          Import a file
        </ImportButton>
        <Button look="quiet" busy={change.isPending} onClick={() => change.mutate({ instrumental: true })}>
          <Guitar aria-hidden className="size-4" />
          It is instrumental
        </Button>
      </div>
    </div>
  )
}
