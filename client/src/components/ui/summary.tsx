import { ChevronRight } from 'lucide-react'
import type { ReactNode } from 'react'

/** The line that opens what lies folded under it; stands first in its details. The arrow tells it from a line of text. */
export function Summary({ children }: { children: ReactNode }) {
  return (
    <summary className="touchable -ml-1 inline-flex w-fit items-center gap-1 rounded-sm pr-1 text-sm text-ink-soft hover:text-ink">
      <ChevronRight aria-hidden className="size-4 shrink-0 transition-transform in-[[open]]:rotate-90" />
      <span>{children}</span>
    </summary>
  )
}
