import { Link } from 'wouter'
import { useRehearsal } from '@/api/session'
import type { DeskCard, DeskWay } from '@/api/takes'
import { Button, buttonClass } from '@/components/ui/button'
import { PriceButton } from '@/components/ui/price-button'
import { formatMoney } from '@/lib/money'

interface WayButtonProps {
  way: DeskWay
  card: DeskCard
  project: string
  /** What the card is about, for who cannot see it beside the button. */
  what: string
  busy: boolean
  onTake: () => void
}

/** A way out as the thing it is: a button with its price, a link to where it is decided, or a word that waiting is enough. */
export function WayButton({ way, card, project, what, busy, onTake }: WayButtonProps) {
  const rehearsal = useRehearsal()
  if (way.act === 'wait') return <p className="text-sm text-ink-soft">{way.label}.</p>
  if (way.act === 'otherStill' || way.act === 'raiseBudget') {
    const href = way.act === 'otherStill' ? `storyboard${card.number ? `?shot=${card.number}` : ''}` : 'concept'
    return (
      <Link href={`/projects/${project}/${href}`} className={buttonClass('plain', 'sm')}>
        {way.label}
        {way.act === 'raiseBudget' && way.price != null && ` · by ${formatMoney(way.price)}`}
      </Link>
    )
  }
  if (!way.route) return null
  if (way.price != null) {
    return (
      <PriceButton
        verb={`${way.label}${differenceOf(way)}`}
        look={way.act === 'acceptPrice' ? 'lamp' : 'plain'}
        size="sm"
        price={way.price}
        rehearsal={rehearsal}
        busy={busy}
        onClick={onTake}
        aria-description={what}
      />
    )
  }
  return (
    <Button
      look={way.act === 'cancel' ? 'quiet' : 'plain'}
      size="sm"
      busy={busy}
      onClick={onTake}
      aria-description={what}
    >
      {way.label}
      {way.act === 'collectAgain' && ' · already paid'}
    </Button>
  )
}

/** ", $0.12 more": what another model costs against the first one. */
function differenceOf({ difference }: DeskWay): string {
  if (difference == null || difference === 0) return ''
  return difference > 0 ? `, ${formatMoney(difference)} more` : `, ${formatMoney(-difference)} less`
}
