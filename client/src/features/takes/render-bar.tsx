import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { deskOf, takesQuote } from '@/api/takes'
import { ActBar } from '@/components/ui/act-bar'
import { Button, buttonClass } from '@/components/ui/button'
import { Menu, MenuItem } from '@/components/ui/menu'
import { Sentences } from '@/components/ui/sentences'
import { formatMoney } from '@/lib/money'
import { clock } from '@/lib/time'
import { EverythingAgain } from './everything-again'
import { RenderButton } from './render-button'
import type { TakesDesk } from './use-takes'

/** What is missing, what it costs, and the one act of this page. */
export function RenderBar({ desk }: { desk: TakesDesk }) {
  const { project, counts, picks } = desk
  const [everything, setEverything] = useState(false)
  const [failedOnly, setFailedOnly] = useState(false)
  const missing = useQuery(takesQuote(project.id, { scope: 'missing' }))
  const { data: cards } = useQuery(deskOf(project.id))
  const nothing = missing.data?.shots === 0
  // Without credit the whole rest of a film fails alike, and nothing is wrong with any of it.
  const unpaid = cards?.filter((card) => card.of === 'take' && card.kind === 'balance').length ?? 0
  const again = nothing && unpaid > 0 && unpaid === counts.failed
  const scope = (failedOnly || again) && counts.failed > 0 ? 'failed' : 'missing'
  return (
    <ActBar className="mt-6 flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
      <Summary desk={desk} />
      <div className="flex items-start gap-2 max-sm:w-full">
        <Menu
          label="What to film"
          trigger={
            <Button size="lg">
              <span className="max-sm:sr-only">Film something else</span>
              <ChevronDown aria-hidden className="size-4" />
            </Button>
          }
        >
          {failedOnly && <MenuItem onSelect={() => setFailedOnly(false)}>All that is missing</MenuItem>}
          {!failedOnly && (
            <MenuItem off={counts.failed === 0} onSelect={() => setFailedOnly(true)}>
              {counts.failed === 0 ? 'Only what failed: nothing did' : `Only the ${counts.failed} that failed`}
            </MenuItem>
          )}
          <MenuItem onSelect={picks.begin}>Shots that I pick</MenuItem>
          <MenuItem onSelect={() => setEverything(true)}>Everything again …</MenuItem>
        </Menu>
        {nothing && scope === 'missing' ? (
          <NothingMissing desk={desk} />
        ) : (
          <RenderButton
            project={project.id}
            wanted={{ scope }}
            verb={(shots) => `Render ${shots === 1 ? '1 shot' : `${shots} shots`}`}
            onOrdered={() => setFailedOnly(false)}
          />
        )}
      </div>
      {everything && <EverythingAgain project={project.id} onClose={() => setEverything(false)} />}
    </ActBar>
  )
}

function NothingMissing({ desk }: { desk: TakesDesk }) {
  const { project, counts } = desk
  if (counts.ready < counts.shots && counts.rendering + counts.waiting > 0) {
    return (
      <Button size="lg" off className="max-sm:grow">
        All under way
      </Button>
    )
  }
  if (counts.unapproved > 0 && counts.ready === 0) {
    return (
      <Link href={`/projects/${project.id}/storyboard`} className={buttonClass('lamp', 'lg', 'max-sm:grow')}>
        Approve the storyboard
      </Link>
    )
  }
  // With shots that came to nothing, the next act is theirs and not the cut.
  return (
    <Link
      href={`/projects/${project.id}/cut`}
      className={buttonClass(counts.ready === counts.shots ? 'lamp' : 'plain', 'lg', 'max-sm:grow')}
    >
      To the cut
    </Link>
  )
}

function Summary({ desk }: { desk: TakesDesk }) {
  const { project, counts, board } = desk
  const { data } = useQuery(takesQuote(project.id, { scope: 'missing' }))
  const left = data?.leftForProject
  // Nothing is left to order, nothing is under way, and still these have no clip.
  const still = data?.shots === 0 && counts.rendering + counts.waiting === 0
  const lacking = still ? counts.shots - counts.ready - counts.unapproved : 0
  return (
    <div className="grid min-w-0 grow basis-64 gap-0.5 text-sm">
      <p>
        {counts.shots === 1 ? '1 shot' : `${counts.shots} shots`} · {clock(board.duration)}
        {data && data.shots > 0 && (
          <>
            {' '}
            · buys {Math.round(data.seconds)} s of video for{' '}
            <span className="font-semibold">{formatMoney(data.total)}</span>
          </>
        )}
        {left != null && (
          <span className={data && left < data.total ? 'text-attention' : 'text-ink-faint'}>
            {' '}
            · {formatMoney(Math.max(0, left))} of the budget left
          </span>
        )}
      </p>
      {lacking > 0 && (
        <p className="text-attention">
          {lacking === 1 ? '1 shot has no clip and needs you' : `${lacking} shots have no clip and need you`}. Until
          then the cut shows {lacking === 1 ? 'its still' : 'their stills'}.
        </p>
      )}
      {(lacking === 0 || counts.unapproved > 0) && <Sentences sentences={data?.leftOut ?? []} />}
    </div>
  )
}
