import { useId, type ReactNode } from 'react'

interface ConceptSectionProps {
  title: string
  /** What it is good for, in a sentence. */
  hint: ReactNode
  aside?: ReactNode
  children: ReactNode
}

/** One part of the concept: its name beside it where there is room, over it on a phone. */
export function ConceptSection({ title, hint, aside, children }: ConceptSectionProps) {
  const id = useId()
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-10 gap-y-5 border-edge not-first:border-t not-first:pt-9 lg:grid-cols-[13rem_minmax(0,1fr)]"
    >
      <div className="grid content-start gap-1.5 lg:sticky lg:top-6 lg:self-start">
        <h2 id={id} className="display text-xl">
          {title}
        </h2>
        <p className="text-sm text-ink-faint">{hint}</p>
        {aside && <div className="mt-2">{aside}</div>}
      </div>
      <div className="grid min-w-0 content-start gap-5">{children}</div>
    </section>
  )
}
