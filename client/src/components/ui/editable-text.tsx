import { Pencil } from 'lucide-react'
import { useRef, useState } from 'react'
import { cx } from '@/lib/cx'

interface EditableTextProps {
  /** What it is: "Title". */
  label: string
  value: string
  placeholder?: string
  maxLength?: number
  /** It may be emptied. */
  optional?: boolean
  onSave: (value: string) => void
  className?: string
}

/** Text that becomes a field when pressed. Enter or leaving it keeps what was typed, Escape does not. */
export function EditableText({
  label,
  value,
  placeholder,
  maxLength = 200,
  optional,
  onSave,
  className,
}: EditableTextProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const opener = useRef<HTMLButtonElement>(null)
  const close = (save: boolean, refocus: boolean) => {
    const text = draft?.trim()
    if (save && text !== undefined && text !== value && (text || optional)) onSave(text)
    setDraft(null)
    if (refocus) requestAnimationFrame(() => opener.current?.focus())
  }
  if (draft !== null) {
    return (
      <input
        autoFocus
        aria-label={label}
        value={draft}
        maxLength={maxLength}
        placeholder={placeholder}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={() => close(true, false)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') close(true, true)
          if (event.key === 'Escape') close(false, true)
        }}
        className={cx('-mx-2 w-full min-w-0 rounded-md border border-edge-strong bg-well px-2', className)}
      />
    )
  }
  return (
    <button
      ref={opener}
      type="button"
      onClick={() => setDraft(value)}
      className={cx(
        'group touchable -mx-2 inline-flex max-w-full min-w-0 items-center gap-2 rounded-md border border-transparent px-2 text-left hover:bg-raised',
        className,
      )}
    >
      <span className={cx('line-clamp-2 min-w-0', !value && 'text-ink-faint')}>{value || placeholder}</span>
      <span className="sr-only">, change the {label.toLowerCase()}</span>
      <Pencil
        aria-hidden
        className="size-4 shrink-0 text-ink-faint opacity-0 transition-opacity group-hover:opacity-100 group-focus-visible:opacity-100"
      />
    </button>
  )
}
