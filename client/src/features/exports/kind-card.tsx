import { Download } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { isInMaking, useExportAct, useMakeExport, type Export, type MakeExport } from '@/api/exports'
import type { Film } from '@/api/films'
import { Button, buttonClass } from '@/components/ui/button'
import { formatBytes } from '@/lib/bytes'
import { ExportProgress } from './export-progress'
import { KindOptions } from './kind-options'
import type { KindWords } from './kinds'

interface KindCardProps {
  project: string
  words: KindWords
  film: Film | null
  /** The newest of this kind. */
  last: Export | null
  lacks: 'film' | 'words' | null
}

/** A kind of file: what it is for, and getting it. */
export function KindCard({ project, words, film, last, lacks }: KindCardProps) {
  const make = useMakeExport(project)
  const act = useExportAct()
  const [options, setOptions] = useState<Omit<MakeExport, 'kind'>>({})
  const working = last !== null && isInMaking(last)
  const ready = last?.state === 'done' && last.url != null
  const older = ready && words.needs === 'film' && film !== null && last.filmId !== film.id
  const problem = make.error ?? act.error
  return (
    <li
      aria-label={words.name}
      className="grid grid-cols-1 content-between gap-3 rounded-lg border border-edge bg-raised px-4 py-3"
    >
      <div className="grid gap-1">
        <h3 className="font-semibold">{words.name}</h3>
        <p className="text-sm text-ink-soft">{words.use}</p>
        {lacks === 'words' && <p className="text-sm text-attention">No line of the lyrics has a time yet.</p>}
        {older && <p className="text-sm text-attention">The one that is there is of an older film.</p>}
        {last?.state === 'failed' && last.failure && <p className="text-sm text-refused">{last.failure.sentence}</p>}
        {problem && (
          <p role="alert" className="text-sm text-refused">
            {problem.message}
          </p>
        )}
      </div>
      {working ? (
        <ExportProgress
          made={last}
          busy={act.isPending}
          onCancel={() => act.mutate({ exportId: last.id, act: 'cancel' })}
        />
      ) : (
        <div className="grid gap-2">
          {words.options && !lacks && (
            <KindOptions kinds={words.options} kind={words.kind} value={options} onChange={setOptions} />
          )}
          <div className="flex flex-wrap items-center gap-2">
            {ready && (
              <a href={last.url ?? ''} download={last.name} className={buttonClass('plain', 'sm')}>
                <Download aria-hidden className="size-4" />
                Download{last.bytes != null && ` · ${formatBytes(last.bytes)}`}
                <span className="sr-only">, {words.name}</span>
              </a>
            )}
            {lacks ? (
              <Lacking lacks={lacks} project={project} />
            ) : (
              <Button
                size="sm"
                look={ready && !older ? 'quiet' : 'plain'}
                busy={make.isPending}
                onClick={() => make.mutate({ kind: words.kind, ...options })}
              >
                {ready ? 'Make again' : last?.state === 'failed' ? 'Try again' : 'Make it'}
                <span className="sr-only">, {words.name}</span>
              </Button>
            )}
          </div>
        </div>
      )}
    </li>
  )
}

function Lacking({ lacks, project }: { lacks: 'film' | 'words'; project: string }) {
  return lacks === 'film' ? (
    <span className="text-sm text-ink-faint">Needs a film</span>
  ) : (
    <Link href={`/projects/${project}/song`} className={buttonClass('plain', 'sm')}>
      Time the words
    </Link>
  )
}
