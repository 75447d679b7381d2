import { Check, ChevronsUpDown } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { cx } from '@/lib/cx'
import type { FieldWiring } from './field'
import { Popover } from './popover'
import { SearchList, type Choice } from './search-list'

export interface ComboboxProps extends Partial<FieldWiring> {
  /** The name of the list and its search box. */
  label: string
  value: string | null
  onChange: (value: string) => void
  choices: readonly Choice[]
  placeholder?: string
  /** What the closed control shows; otherwise the chosen one's text. */
  shown?: ReactNode
}

/** One of many, with search and groups. Opens with Enter, Space or the arrow keys; typing filters. */
export function Combobox({ label, value, onChange, choices, placeholder = 'Choose', shown, ...wiring }: ComboboxProps) {
  const [open, setOpen] = useState(false)
  const list = useId()
  const chosen = choices.find((choice) => choice.value === value)
  const pick = (next: string) => {
    setOpen(false)
    onChange(next)
  }
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={setOpen}
      className="w-[max(var(--beside-width),18rem)] max-w-[calc(100vw-1.25rem)]"
      trigger={
        <button
          type="button"
          aria-haspopup="dialog"
          className="control flex w-full items-center justify-between gap-2 text-left"
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
            event.preventDefault()
            setOpen(true)
          }}
          {...wiring}
          // Its label names it; what is chosen is read after that.
          aria-describedby={cx(`${list}-chosen`, wiring['aria-describedby'])}
        >
          <span id={`${list}-chosen`} className={cx('min-w-0 truncate', !chosen && 'text-ink-faint')}>
            {shown ?? chosen?.text ?? placeholder}
          </span>
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-ink-faint" />
        </button>
      }
    >
      <SearchList
        id={list}
        label={label}
        choices={choices}
        chosen={value}
        onPick={pick}
        mark={(picked) => picked && <Check aria-hidden className="size-4 shrink-0 text-lamp-ink" />}
      />
    </Popover>
  )
}
