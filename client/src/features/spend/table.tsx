import type { ReactNode } from 'react'

export const cell = 'px-4 py-2.5 align-top'
export const head = 'px-4 py-2.5 font-medium whitespace-nowrap'

/** A table that scrolls sideways by itself where it is too wide, also by keyboard. */
export function Table({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div
      role="region"
      aria-label={label}
      tabIndex={0}
      className="overflow-x-auto rounded-lg border border-edge bg-raised"
    >
      <table className="w-full border-collapse">{children}</table>
    </div>
  )
}
