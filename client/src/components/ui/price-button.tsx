import { formatMoney } from '@/lib/money'
import { Button, type ButtonProps } from './button'

export interface PriceButtonProps extends Omit<ButtonProps, 'children'> {
  /** What pressing does: "Generate". */
  verb: string
  /** Micro-dollars; undefined while nobody knows. */
  price: number | undefined
  /** The price is being asked again: the last one stays, dimmed. */
  stale?: boolean
  /** The price is the most that it may come to. */
  upTo?: boolean
  rehearsal?: boolean
}

/** An act that costs, with its price on it. In a rehearsal the price stays and says that it is not paid. */
export function PriceButton({
  verb,
  price,
  stale,
  upTo,
  rehearsal,
  look = 'lamp',
  size = 'lg',
  ...rest
}: PriceButtonProps) {
  return (
    <Button look={look} size={size} {...rest}>
      <span>{verb}</span>
      <span aria-hidden>·</span>
      <span className={stale ? 'opacity-80' : undefined}>
        {upTo && price !== undefined && 'up to '}
        {price === undefined ? 'price …' : formatMoney(price)}
        {rehearsal && <span className="sr-only"> (rehearsal, nothing is paid)</span>}
      </span>
    </Button>
  )
}
