import { useState, type ComponentProps } from 'react'
import { moneyText, parseMoney } from '@/lib/money'

export interface MoneyInputProps extends Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> {
  /** Micro-dollars; null: the field is empty. */
  value: number | null
  /** Told micro-dollars, null for an emptied field, undefined for text that is no amount. */
  onChange: (amount: number | null | undefined) => void
}

/** Dollars, typed as people type them. */
export function MoneyInput({ value, onChange, className, ...rest }: MoneyInputProps) {
  const [text, setText] = useState(() => moneyText(value))
  const change = (next: string) => {
    setText(next)
    onChange(next.trim() === '' ? null : parseMoney(next))
  }
  return (
    <span className={`relative block ${className ?? ''}`}>
      <span aria-hidden className="absolute inset-y-0 left-3 flex items-center text-ink-faint">
        $
      </span>
      <input
        type="text"
        inputMode="decimal"
        autoComplete="off"
        className="control w-full pl-7"
        value={text}
        onChange={(event) => change(event.target.value)}
        {...rest}
      />
    </span>
  )
}
