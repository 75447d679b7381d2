import { useQuery } from '@tanstack/react-query'
import { Download, Maximize2 } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { latestClips, type Clip } from '@/api/clips'
import { downloadUrl } from '@/api/library'
import { Button, buttonClass } from '@/components/ui/button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { shapeOf } from '@/lib/offer-words'
import { settingsWords } from '@/lib/settings-words'
import { shapeOfMedia } from '@/lib/media-shape'

/** Where the last result plays; takes of a video have a page of their own. A newer one waits while somebody watches. */
export function Stage({ ratio }: { ratio: string | null }) {
  const latest = useQuery(latestClips('done', 1, { alone: true }))
  const newest = latest.data?.items[0]
  const [shown, setShown] = useState<Clip | undefined>()
  const [watching, setWatching] = useState(false)
  const clip = watching ? (shown ?? newest) : newest

  if (latest.isPending) {
    return (
      <Loading label="Loading the last clip">
        <Skeleton className="aspect-video w-full" />
      </Loading>
    )
  }
  if (latest.isError && !latest.data)
    return <ProblemNotice problem={latest.error} onRetry={() => void latest.refetch()} />
  if (!clip?.media) return <EmptyStage ratio={ratio} />
  return (
    <section aria-label="Last clip" className="grid grid-cols-1 gap-3">
      <Screen key={clip.id} clip={clip} onWatching={(now) => (setWatching(now), now && setShown(clip))} />
      {newest && newest.id !== clip.id && (
        <Button look="lamp" className="justify-self-start" onClick={() => setWatching(false)}>
          Show the new clip
        </Button>
      )}
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0 grow basis-64">
          <p className="line-clamp-2 text-sm">{clip.settings.prompt}</p>
          <p className="mt-0.5 text-sm text-ink-faint">
            {clip.modelName} · {settingsWords(clip.settings)}
          </p>
        </div>
        <div className="flex gap-2">
          <a href={downloadUrl(clip.media.url)} download className={buttonClass('plain', 'sm')}>
            <Download aria-hidden className="size-4" />
            Download
          </a>
          <Link href={`/clips/${clip.id}`} className={buttonClass('plain', 'sm')}>
            <Maximize2 aria-hidden className="size-4" />
            Open
          </Link>
        </div>
      </div>
    </section>
  )
}

function Screen({ clip, onWatching }: { clip: Clip; onWatching: (watching: boolean) => void }) {
  const { media } = clip
  if (!media) return null
  const shape = shapeOfMedia(media)
  return (
    <video
      controls
      playsInline
      preload="metadata"
      src={media.url}
      poster={media.posterUrl ?? undefined}
      aria-label={clip.settings.prompt}
      onPlay={() => onWatching(true)}
      onPause={() => onWatching(false)}
      onEnded={() => onWatching(false)}
      className="mx-auto max-h-[58dvh] w-full rounded-lg border border-edge bg-black object-contain"
      style={{ aspectRatio: shape }}
    />
  )
}

/** The empty frame already has the shape that is chosen. */
function EmptyStage({ ratio }: { ratio: string | null }) {
  const shape = (ratio && shapeOf(ratio)) || 16 / 9
  return (
    <section
      aria-label="Last clip"
      className="grid min-h-56 place-items-center rounded-lg border border-edge bg-well p-6 lg:min-h-[46dvh]"
    >
      <div
        className="grid max-h-[40dvh] max-w-full place-items-center rounded-md border border-dashed border-edge-strong p-6 text-center"
        style={{ aspectRatio: shape, width: shape >= 1 ? '100%' : 'auto', height: shape >= 1 ? 'auto' : '40dvh' }}
      >
        <p className="max-w-64 text-sm text-ink-faint">
          <span className="display block text-lg text-ink-soft">{ratio ?? 'Your clip'}</span>
          What you generate plays here.
        </p>
      </div>
    </section>
  )
}
