import { Search } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { cx } from '@/lib/cx'

export interface Choice {
  value: string
  /** What is searched, and shown unless `row` shows more. */
  text: string
  group?: string
  /** More words to be found by. */
  words?: string
  row?: ReactNode
  off?: boolean
}

export interface SearchListProps {
  id: string
  label: string
  choices: readonly Choice[]
  chosen?: string | null
  onPick: (value: string) => void
  placeholder?: string
  mark?: (chosen: boolean) => ReactNode
}

/** A search box over a list: arrows move, Enter takes, the focus stays in the box. Shared by combobox and palette. */
export function SearchList({ id, label, choices, chosen, onPick, placeholder = 'Search', mark }: SearchListProps) {
  const [text, setText] = useState('')
  const found = matching(choices, text)
  const [at, setAt] = useState(() =>
    Math.max(
      0,
      choices.findIndex((choice) => choice.value === chosen),
    ),
  )
  const list = useRef<HTMLUListElement>(null)
  const index = Math.min(at, found.length - 1)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' })
  }, [index, text])

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -found.length, End: found.length }[
      event.key
    ]
    const choice = found[index]
    if (step !== undefined) setAt(Math.max(0, Math.min(found.length - 1, index + step)))
    else if (event.key === 'Enter' && choice && !choice.off) onPick(choice.value)
    else return
    event.preventDefault()
  }

  return (
    <div>
      <div className="sticky top-0 z-10 flex items-center gap-2 border-b border-edge bg-raised px-3">
        <Search aria-hidden className="size-4 shrink-0 text-ink-faint" />
        <input
          role="combobox"
          aria-label={label}
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={found[index] ? `${id}-${index}` : undefined}
          autoComplete="off"
          spellCheck={false}
          autoFocus
          placeholder={placeholder}
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          className="h-11 w-full min-w-0 bg-transparent outline-none"
        />
      </div>
      <ul ref={list} id={id} role="listbox" aria-label={label} className="p-1">
        {found.map((choice, position) => (
          <SearchRow
            key={choice.value}
            id={`${id}-${position}`}
            choice={choice}
            heading={choice.group !== found[position - 1]?.group ? choice.group : undefined}
            active={position === index}
            onPick={() => !choice.off && onPick(choice.value)}
            onPoint={() => setAt(position)}
            mark={mark?.(choice.value === chosen)}
          />
        ))}
      </ul>
      {found.length === 0 && <p className="px-4 pb-4 text-sm text-ink-faint">Nothing is called “{text}”.</p>}
    </div>
  )
}

interface SearchRowProps {
  id: string
  choice: Choice
  heading: string | undefined
  active: boolean
  onPick: () => void
  onPoint: () => void
  mark: ReactNode
}

function SearchRow({ id, choice, heading, active, onPick, onPoint, mark }: SearchRowProps) {
  return (
    <>
      {heading && (
        <li role="presentation" className="px-2.5 pt-2.5 pb-1 text-xs font-semibold text-ink-faint">
          {heading}
        </li>
      )}
      <li
        id={id}
        role="option"
        aria-selected={active}
        aria-disabled={choice.off || undefined}
        onClick={onPick}
        onPointerMove={onPoint}
        className={cx(
          'touchable flex min-h-9 items-center gap-2 rounded-md px-2.5 py-1.5',
          active && 'bg-lifted',
          choice.off && 'text-ink-faint',
        )}
      >
        <span className="min-w-0 grow">{choice.row ?? choice.text}</span>
        {mark}
      </li>
    </>
  )
}

function matching(choices: readonly Choice[], text: string): Choice[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return choices.filter((choice) => {
    const hay = `${choice.text} ${choice.words ?? ''} ${choice.group ?? ''}`.toLowerCase()
    return words.every((word) => hay.includes(word))
  })
}
