import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { promptOf, type ShotPrompt } from '@/api/board'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Skeleton } from '@/components/ui/skeleton'
import { Summary } from '@/components/ui/summary'
import { cx } from '@/lib/cx'

const sources: Record<string, { word: string; mark: string }> = {
  shot: { word: 'from the shot', mark: 'border-lamp-ink' },
  look: { word: 'from the look', mark: 'border-section-bridge' },
  cast: { word: 'from the cast', mark: 'border-section-verse' },
  brief: { word: 'from the brief', mark: 'border-section-intro' },
}

/** What Venice will read, and from where each part of it comes. */
export function PromptView({ project, shotId }: { project: string; shotId: string }) {
  const [open, setOpen] = useState(false)
  const prompt = useQuery({ ...promptOf(project, shotId), enabled: open })
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="border-t border-edge pt-4">
      <Summary>What Venice will read</Summary>
      <div className="mt-3 grid gap-4">
        {prompt.isPending && open && <Skeleton className="h-24" />}
        {prompt.isError && <ProblemNotice problem={prompt.error} onRetry={() => void prompt.refetch()} />}
        {prompt.data && <Parts prompt={prompt.data} />}
      </div>
    </details>
  )
}

function Parts({ prompt }: { prompt: ShotPrompt }) {
  return (
    <>
      <ul aria-label="Parts" className="grid gap-2">
        {prompt.parts.map((part, index) => {
          const source = sources[part.from] ?? { word: part.from, mark: 'border-edge-strong' }
          return (
            <li key={index} className={cx('border-l-2 pl-3 text-sm', source.mark)}>
              {part.text}
              <span className="block text-xs text-ink-faint">{source.word}</span>
            </li>
          )
        })}
      </ul>
      <Whole name="For the still" text={prompt.still} />
      <Whole name="For the clip" text={prompt.video} />
      {prompt.videoNegative && <Whole name="To be kept out" text={prompt.videoNegative} />}
    </>
  )
}

function Whole({ name, text }: { name: string; text: string }) {
  if (!text) return null
  return (
    <div className="grid gap-1">
      <p className="text-xs text-ink-faint">{name}</p>
      <p className="rounded-md border border-edge bg-well px-3 py-2 text-sm whitespace-pre-wrap">{text}</p>
    </div>
  )
}
