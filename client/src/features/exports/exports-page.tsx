import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { allExports } from '@/api/exports'
import { OpenArchive } from '@/components/film/open-archive'
import { buttonClass } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { PageHeader } from '@/components/ui/page-header'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { formatBytes } from '@/lib/bytes'
import { ExportList } from './export-list'

/** The files of all videos. */
export function ExportsPage() {
  const exports = useQuery(allExports())
  const there = exports.data?.filter((one) => one.state === 'done') ?? []
  const bytes = there.reduce((sum, one) => sum + (one.bytes ?? 0), 0)
  return (
    <>
      <PageHeader title="Exports" actions={<OpenArchive className="justify-items-start sm:justify-items-end" />}>
        {there.length > 0 && (
          <p>
            {there.length === 1 ? '1 file' : `${there.length} files`}, {formatBytes(bytes)}
          </p>
        )}
      </PageHeader>
      {exports.isPending ? (
        <Loading label="Loading the exports" className="grid gap-px">
          {[0, 1, 2, 3].map((place) => (
            <Skeleton key={place} className="h-16" />
          ))}
        </Loading>
      ) : !exports.data ? (
        <ProblemNotice problem={exports.error} onRetry={() => void exports.refetch()} retrying={exports.isFetching} />
      ) : exports.data.length === 0 ? (
        <EmptyState
          title="No files yet"
          action={
            <Link href="/projects" className={buttonClass('plain')}>
              Open a video
            </Link>
          }
        >
          What you make of your films gathers here: the film in its shapes, teasers, posters, captions and archives.
          Files stay until you delete them.
        </EmptyState>
      ) : (
        <ExportList exports={exports.data} named />
      )}
    </>
  )
}
