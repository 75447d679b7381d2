import { useEffect, useRef } from 'react'
import type { CutSpan, Film } from '@/api/films'
import { TakeVideo } from '@/components/film/take-video'
import { Segmented } from '@/components/ui/segmented'
import { songPlayer } from '@/lib/song-player'
import { cx } from '@/lib/cx'
import type { Cutting, Screen } from './use-cutting'

// Beside the song's stage on one screen. A tall film takes all that is left: lower, it is too narrow to be judged.
const wideFilm = 'lg:[--tallest:clamp(15rem,calc(100dvh-39rem),58dvh)]'
const tallFilm = 'lg:[--tallest:clamp(20rem,calc(100dvh-36.5rem),70dvh)]'

/** The picture: of the composed film, or of the cut as it would be now. */
export function FilmScreen({ cutting }: { cutting: Cutting }) {
  const { view, film, screen, show } = cutting
  return (
    <div className="relative grid place-items-center bg-black">
      {/* As wide as its tallest lets it be: a box that is only made lower would cut the picture off. */}
      <div
        className={cx('relative [--tallest:58dvh]', view.width < view.height ? tallFilm : wideFilm)}
        style={{
          aspectRatio: `${view.width} / ${view.height}`,
          width: `min(100%, calc(var(--tallest) * ${view.width / view.height}))`,
        }}
      >
        {screen === 'film' && film ? <Composed film={film} /> : <Preview cutting={cutting} />}
      </div>
      {film && (
        <div className="flex w-full flex-wrap items-center justify-between gap-x-4 gap-y-2 border-t border-edge bg-raised px-3 py-2">
          <Segmented<Screen>
            label="What is shown"
            value={screen}
            onChange={show}
            segments={[
              { value: 'film', label: `Film ${film.number}` },
              { value: 'preview', label: 'Preview of the cut' },
            ]}
          />
          <p className="text-sm text-ink-soft">
            {screen === 'film'
              ? film.isCurrent
                ? 'The finished file, with its own sound.'
                : 'The cut was changed since this film was composed.'
              : 'Takes over the song, cut hard. Transitions, titles and captions come with the film.'}
          </p>
        </div>
      )}
    </div>
  )
}

/** The finished file. Its own element is the clock as long as it is shown. */
function Composed({ film }: { film: Film }) {
  const video = useRef<HTMLVideoElement>(null)
  const url = film.media?.url
  useEffect(() => (video.current ? songPlayer.playThrough(video.current) : undefined), [url])
  return (
    <video
      ref={video}
      src={url}
      poster={film.media?.posterUrl ?? undefined}
      playsInline
      preload="auto"
      aria-label={`Film ${film.number}`}
      onClick={songPlayer.toggle}
      className="absolute inset-0 size-full object-contain"
    />
  )
}

/**
 * The cut from its sources: spans with an even place in one layer, those with an odd place in another. While one plays, the other
 * holds the next one ready at its first picture, so that a cut waits for nothing.
 */
function Preview({ cutting }: { cutting: Cutting }) {
  const { view, index } = cutting
  const next = Math.min(view.spans.length - 1, index + 1)
  const [even, odd] = index % 2 === 0 ? [index, next] : [next, index]
  return (
    <div role="img" aria-label={labelOf(view.spans[index])} onClick={songPlayer.toggle} className="absolute inset-0">
      <Layer span={view.spans[even]} rate={view.frameRate} shown={even === index} />
      <Layer span={view.spans[odd]} rate={view.frameRate} shown={odd === index} />
    </div>
  )
}

function labelOf(span: CutSpan | undefined): string {
  if (!span) return 'Preview of the cut'
  const what = { take: 'its take', footage: 'your footage', still: 'its still', none: 'nothing yet' }[span.source]
  return `Preview of the cut: shot ${span.number} shows ${what}`
}

function Layer({ span, rate, shown }: { span: CutSpan | undefined; rate: number; shown: boolean }) {
  if (!span) return null
  const start = span.startFrame / rate
  return (
    <div className={cx('absolute inset-0', !shown && 'invisible')}>
      {span.clipUrl ? (
        <TakeVideo
          src={span.clipUrl}
          placeAt={(moment) => placeIn(span, moment - start)}
          className="absolute inset-0"
        />
      ) : span.posterUrl ? (
        <img src={span.posterUrl} alt="" className="absolute inset-0 size-full object-cover" />
      ) : (
        <p className="absolute inset-0 grid place-items-center p-6 text-center text-white/80">
          Shot {span.number} has nothing to show yet.
        </p>
      )}
    </div>
  )
}

/** Where in its clip a span is, so many seconds after it began. What comes when the clip has ended is the span's rule. */
function placeIn(span: CutSpan, since: number) {
  const first = span.inSeconds
  if (since < 0) return { seconds: first, speed: 0 }
  const ran = since * span.speed
  const length = Math.max(0.05, (span.sourceSeconds ?? Infinity) - first)
  if (ran <= length || span.rule === 'hold') return { seconds: first + ran, speed: span.speed }
  if (span.rule === 'loop') return { seconds: first + (ran % length), speed: span.speed }
  const turn = ran % (2 * length)
  return { seconds: first + (turn <= length ? turn : 2 * length - turn), speed: span.speed }
}
