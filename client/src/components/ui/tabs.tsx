import { Tabs as Radix } from 'radix-ui'
import type { ReactNode } from 'react'

export interface Tab<Value extends string> {
  value: Value
  label: ReactNode
  /** Shown beside the label. */
  count?: number | undefined
}

export interface TabsProps<Value extends string> {
  label: string
  value: Value
  onChange: (value: Value) => void
  tabs: readonly Tab<Value>[]
  children: ReactNode
}

/** Views of the same thing. The child is the panel of the chosen tab. */
export function Tabs<Value extends string>({ label, value, onChange, tabs, children }: TabsProps<Value>) {
  return (
    <Radix.Root value={value} onValueChange={(next) => onChange(next as Value)} activationMode="automatic">
      <Radix.List aria-label={label} className="flex gap-1 overflow-x-auto border-b border-edge">
        {tabs.map((tab) => (
          <Radix.Trigger
            key={tab.value}
            value={tab.value}
            className="touchable -mb-px inline-flex shrink-0 min-h-10 items-center gap-2 border-b-2 border-transparent px-3 font-medium whitespace-nowrap text-ink-faint hover:text-ink focus-visible:-outline-offset-2 data-[state=active]:border-lamp-ink data-[state=active]:text-ink"
          >
            {tab.label}
            {tab.count !== undefined && <span className="text-sm text-ink-faint">{tab.count}</span>}
          </Radix.Trigger>
        ))}
      </Radix.List>
      <Radix.Content value={value} className="pt-5" tabIndex={-1}>
        {children}
      </Radix.Content>
    </Radix.Root>
  )
}
