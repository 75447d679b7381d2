import { useQuery } from '@tanstack/react-query'
import { clipCounts, latestClips } from '@/api/clips'
import { useTitle } from '@/lib/use-title'
import { BeginClip } from './begin-clip'
import { LatestClips } from './latest-clips'
import { MoneyLine } from './money-line'
import { RunningNow } from './running-now'
import { WaitingForYou } from './waiting-for-you'

/** The studio's front page: begin something, see what runs, look at what came of it. */
export function HomePage() {
  useTitle('Home')
  const counts = useQuery(clipCounts())
  const latest = useQuery(latestClips('done', 9))
  const nothingYet = counts.data && counts.data.working + counts.data.attention + counts.data.failed === 0
  return (
    <div className="grid grid-cols-1 gap-10 lg:gap-14">
      <header className="grid gap-6 lg:pt-4">
        <h1 className="display max-w-[18ch] text-2xl sm:text-3xl">What should the film feel like?</h1>
        <BeginClip />
        <MoneyLine />
      </header>
      {counts.data && <WaitingForYou count={counts.data.attention} />}
      {!nothingYet && <RunningNow count={counts.data?.working} />}
      <LatestClips clips={latest} />
    </div>
  )
}
