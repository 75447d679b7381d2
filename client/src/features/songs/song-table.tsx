import type { ReactNode } from 'react'
import { cx } from '@/lib/cx'

interface Column {
  name: string
  /** Figures stand at the right. */
  figures?: boolean
  /** Left out on a phone, with its cells. */
  wideOnly?: boolean
  /** Only read aloud; takes no more room than its cells need. */
  silent?: boolean
}

interface SongTableProps {
  /** Read aloud before the table. */
  label: string
  columns: readonly Column[]
  /** The rows. */
  children: ReactNode
}

/** What is drawn of a song, as figures: for reading, for the keyboard and for a screen reader. */
export function SongTable({ label, columns, children }: SongTableProps) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full min-w-[20rem] border-collapse text-left">
        <caption className="sr-only">{label}</caption>
        <thead className="text-xs text-ink-faint">
          <tr>
            {columns.map(({ name, figures, wideOnly, silent }, index) => (
              <th
                key={name}
                scope="col"
                className={cx(
                  'py-2 font-medium',
                  silent ? 'w-0 pl-3' : index === 0 ? 'pr-3' : 'px-3',
                  figures && 'text-right',
                  wideOnly && 'hidden sm:table-cell',
                )}
              >
                {silent ? <span className="sr-only">{name}</span> : name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  )
}
