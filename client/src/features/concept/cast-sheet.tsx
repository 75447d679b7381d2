import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CastMember } from '@/api/projects'
import { useRehearsal } from '@/api/session'
import { stillsQuote, useDecideStill, useOrderStills, type Still } from '@/api/stills'
import { isRunning, stateOf } from '@/components/clips/clip-state'
import { Button } from '@/components/ui/button'
import { PriceButton } from '@/components/ui/price-button'
import { StateMark } from '@/components/ui/state-mark'
import { newId } from '@/lib/ids'
import { mediaUrl } from '@/lib/media-url'

interface CastSheetProps {
  member: CastMember
  project: string
  sheets: readonly Still[]
  onUse: (mediaId: string) => void
  ready: () => Promise<boolean>
}

/** Pictures of a cast member that the studio draws from its description: front, side and three-quarter on one sheet. */
export function CastSheet({ member, project, sheets, onUse, ready }: CastSheetProps) {
  const rehearsal = useRehearsal()
  const drawable = member.name.trim().length > 0 && member.description.trim().length > 0
  const quote = useQuery(stillsQuote(project, drawable ? { castId: member.id } : null))
  const order = useOrderStills(project)
  const [failed, setFailed] = useState(false)
  const press = async () => {
    const saved = await ready()
    setFailed(!saved)
    if (saved) {
      order.mutate({ order: { castId: member.id, shownEach: quote.data?.each ?? 0 }, key: newId() })
    }
  }
  return (
    <div className="grid justify-items-start gap-2">
      {sheets.slice(0, 4).map((sheet) => (
        <Sheet key={sheet.id} sheet={sheet} member={member} project={project} onUse={onUse} />
      ))}
      <PriceButton
        verb="Draw a sheet"
        size="sm"
        look="plain"
        price={drawable ? quote.data?.each : undefined}
        stale={quote.isFetching}
        rehearsal={rehearsal}
        off={!drawable || !quote.data}
        busy={order.isPending}
        onClick={() => void press()}
      />
      {!drawable && <p className="text-xs text-ink-faint">Name it and say what it looks like, then it can be drawn.</p>}
      {(order.error || failed) && (
        <p role="alert" className="text-sm text-refused">
          {order.error?.message ?? 'The cast could not be saved, so nothing was ordered.'}
        </p>
      )}
    </div>
  )
}

interface SheetProps {
  sheet: Still
  member: CastMember
  project: string
  onUse: (mediaId: string) => void
}

function Sheet({ sheet, member, project, onUse }: SheetProps) {
  const decide = useDecideStill(project)
  const { media, status, failure } = sheet
  if (media && member.pictureIds.includes(media.id)) return null
  if (media && status === 'done') {
    return (
      <div className="flex items-center gap-3">
        <img
          src={mediaUrl(media.id)}
          alt={`Drawn sheet of ${member.name}`}
          className="h-20 rounded-md border border-edge bg-well object-contain"
        />
        <Button size="sm" onClick={() => onUse(media.id)}>
          Use this sheet
        </Button>
      </div>
    )
  }
  const { tone, word } = stateOf(sheet)
  return (
    <div className="grid gap-1 text-sm">
      <StateMark tone={tone}>{isRunning(status) ? 'Drawing the sheet' : word}</StateMark>
      {failure && <p className="text-ink-soft">{failure.sentence}</p>}
      {status === 'uncertain' && (
        <span className="flex gap-2">
          <Button size="sm" onClick={() => decide.mutate({ id: sheet.id, decision: { kind: 'charged' } })}>
            It was charged
          </Button>
          <Button size="sm" onClick={() => decide.mutate({ id: sheet.id, decision: { kind: 'send-again' } })}>
            Send it again
          </Button>
        </span>
      )}
    </div>
  )
}
