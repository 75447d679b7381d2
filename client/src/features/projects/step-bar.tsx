import { Check } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import type { Project, ProjectStep } from '@/api/projects'
import { cx } from '@/lib/cx'
import { stateOfStep, stepNote, steps, type StepState } from './steps'

/** The way from the song to the film, with what each step still needs. Scrolls on a phone, to where one is. */
export function StepBar({ project, here }: { project: Project; here: ProjectStep }) {
  const list = useRef<HTMLOListElement>(null)
  useEffect(() => {
    const row = list.current
    const current = row?.querySelector<HTMLElement>('[aria-current]')
    if (!row || !current) return
    const middle = current.offsetLeft - row.offsetLeft + current.offsetWidth / 2
    row.scrollTo?.({ left: middle - row.clientWidth / 2 })
  }, [here])
  return (
    <nav aria-label="Steps of the video" className="-mx-4 sm:mx-0">
      <ol
        ref={list}
        className="flex snap-x overflow-x-auto border-b border-edge px-4 [scrollbar-width:none] sm:grid sm:grid-cols-6 sm:px-0"
      >
        {steps.map(({ step, word }, index) => {
          const state = stateOfStep(project, step)
          const note = stepNote(project, step)
          const current = step === here
          return (
            <li key={step} className="shrink-0 snap-center sm:min-w-0">
              <Link
                href={`/projects/${project.id}/${step}`}
                aria-current={current ? 'step' : undefined}
                className={cx(
                  'group relative flex min-h-14 items-start gap-2.5 border-b-2 py-2.5 pr-5 pl-1 transition-colors focus-visible:-outline-offset-2 sm:pr-3',
                  current ? 'border-lamp-ink' : 'border-transparent hover:border-edge-strong',
                )}
              >
                <StepMark state={state} number={index + 1} />
                <span className="grid min-w-0">
                  <span className={cx('font-medium', current ? 'text-ink' : 'text-ink-soft group-hover:text-ink')}>
                    {word}
                    {state === 'done' && <span className="sr-only">, done</span>}
                  </span>
                  <span
                    className={cx(
                      'line-clamp-2 w-max max-w-40 text-xs sm:w-auto sm:max-w-none',
                      state === 'now' ? 'text-lamp-ink' : 'text-ink-faint',
                    )}
                    title={note || undefined}
                  >
                    {note}
                    {!note && <span aria-hidden>&nbsp;</span>}
                  </span>
                </span>
              </Link>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

function StepMark({ state, number }: { state: StepState; number: number }) {
  return (
    <span
      aria-hidden
      className={cx(
        'mt-0.5 grid size-5 shrink-0 place-items-center rounded-full border text-xs',
        state === 'done' && 'border-done/60 text-done',
        state === 'now' && 'border-lamp-ink text-lamp-ink',
        state === 'ahead' && 'border-edge-strong text-ink-faint',
      )}
    >
      {state === 'done' ? <Check className="size-3" strokeWidth={3} /> : number}
    </span>
  )
}
