import { fakeStudio, quietStudio, type Asked } from './fake-studio'
import { aBoard, aShot, projectId } from './film-examples'
import { aHearing, aWaveform, noLyrics, songId } from './song-examples'
import { aTakesQuote } from './take-examples'

/** Where the project of the takes page is. */
export const takesAt = `/api/projects/${projectId}`
const approved = aBoard({ shots: [1, 2, 3, 4].map((number) => aShot(number, { approved: true })) })

/** A studio with four approved shots and no takes, unless told otherwise. */
export function takesStudio(answers: Record<string, unknown> = {}) {
  return fakeStudio({
    ...quietStudio,
    [`GET ${takesAt}/board`]: approved,
    [`GET ${takesAt}/takes`]: [],
    [`GET ${takesAt}/desk`]: [],
    [`POST ${takesAt}/takes/quote`]: ({ body }: Asked) => {
      const { scope, shotIds } = body as { scope: string; shotIds: string[] | null }
      if (scope === 'selected')
        return aTakesQuote({ shots: shotIds?.length ?? 0, total: 500_000 * (shotIds?.length ?? 0) })
      return scope === 'everything' ? aTakesQuote({ shots: 4, total: 2_000_000 }) : aTakesQuote()
    },
    [`GET /api/tracks/${songId}/hearing`]: aHearing(),
    [`GET /api/tracks/${songId}/lyrics`]: noLyrics,
    [`GET /api/tracks/${songId}/waveform`]: () => new Response(aWaveform([[-10, 10, 1, 1, 1]])),
    ...answers,
  })
}
