import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { useInSlices } from '@/lib/use-in-slices'
import { useTitle } from '@/lib/use-title'
import { BeginClip } from './begin-clip'
import { HomeSkeleton } from './home-skeleton'
import { LatestClips } from './latest-clips'
import { MoneyLine } from './money-line'
import { homeQuestions } from './questions'
import { RunningNow } from './running-now'
import { WaitingForYou } from './waiting-for-you'

/** The studio's front page: begin something, see what runs, look at what came of it. The parts for songs and videos are other features'. */
export function HomePage({ drop, songs, videos }: { drop?: ReactNode; songs?: ReactNode; videos?: ReactNode }) {
  useTitle('Home')
  const counts = useQuery(homeQuestions.counts)
  const running = useQuery(homeQuestions.running)
  const latest = useQuery(homeQuestions.latest)
  const tracks = useQuery(homeQuestions.tracks)
  const projects = useQuery(homeQuestions.projects)
  // All at once: parts that came one by one would push each other down the page.
  const ready = useInSlices(
    !counts.isPending && !running.isPending && !latest.isPending && !tracks.isPending && !projects.isPending,
  )
  return (
    <div className="grid grid-cols-1 gap-10 lg:gap-14">
      <header className="grid gap-6 lg:pt-4">
        <h1 className="display max-w-[18ch] text-2xl sm:text-3xl">What should the film feel like?</h1>
        {drop}
        <div className="grid gap-2">
          <p className="text-sm text-ink-faint">Or a single clip, without a song</p>
          <BeginClip />
        </div>
        <MoneyLine />
      </header>
      {!ready && <HomeSkeleton />}
      {ready && (
        <>
          {counts.data && <WaitingForYou count={counts.data.attention} />}
          {videos}
          {songs}
          <RunningNow clips={running} count={counts.data?.working} />
          {latest.data && <LatestClips clips={latest.data.items} />}
          {latest.isError && !latest.data && (
            <ProblemNotice problem={latest.error} onRetry={() => void latest.refetch()} retrying={latest.isFetching} />
          )}
        </>
      )}
    </div>
  )
}
