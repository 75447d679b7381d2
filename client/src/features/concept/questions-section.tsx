import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { directionOf, isAtWork, useAskQuestions, wordsPrice } from '@/api/direction'
import type { BriefQuestion } from '@/api/projects'
import { useRehearsal } from '@/api/session'
import { Button } from '@/components/ui/button'
import { PriceButton } from '@/components/ui/price-button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { TextInput } from '@/components/ui/text-input'
import { newId } from '@/lib/ids'
import { ConceptSection } from './concept-section'
import type { Concept } from './use-saves'

/** Choices that the brief leaves open, put as questions. Each may be skipped: the director then decides. */
export function QuestionsSection({ concept }: { concept: Concept }) {
  const { brief, change, project } = concept
  const answer = (id: string, how: Partial<BriefQuestion>) =>
    change('brief', (now) => ({
      ...now,
      questions: now.questions.map((one) => (one.id === id ? { ...one, ...how } : one)),
    }))
  return (
    <ConceptSection
      title="Questions"
      hint="Where the brief leaves a real choice open, the director asks. Skip any of them and it decides."
    >
      {brief.questions.length > 0 && (
        <ol className="grid gap-6">
          {brief.questions.map((question) => (
            <Question key={question.id} question={question} onAnswer={(how) => answer(question.id, how)} />
          ))}
        </ol>
      )}
      <AskButton project={project.id} asked={brief.questions.length > 0} ready={concept.flush} />
    </ConceptSection>
  )
}

interface QuestionProps {
  question: BriefQuestion
  onAnswer: (how: Partial<BriefQuestion>) => void
}

function Question({ question, onAnswer }: QuestionProps) {
  const { text, suggestions, answer, skipped } = question
  if (skipped) {
    return (
      <li className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-ink-faint">{text}</p>
        <Button size="sm" look="quiet" onClick={() => onAnswer({ skipped: false })}>
          Answer it after all
        </Button>
      </li>
    )
  }
  return (
    <li className="grid gap-2.5">
      <p className="font-medium">{text}</p>
      <div role="group" aria-label={`Suggestions: ${text}`} className="flex flex-wrap gap-1.5">
        {suggestions.map((suggestion) => (
          <button
            key={suggestion}
            type="button"
            aria-pressed={answer === suggestion}
            onClick={() => onAnswer({ answer: answer === suggestion ? null : suggestion })}
            className="touchable rounded-full border border-edge-strong bg-well px-3.5 py-1.5 text-left text-sm text-ink-soft transition-colors hover:border-ink-faint hover:text-ink aria-pressed:border-lamp-ink aria-pressed:bg-[color-mix(in_oklab,var(--color-lamp)_16%,var(--color-raised))] aria-pressed:text-ink"
          >
            {suggestion}
          </button>
        ))}
      </div>
      <div className="flex gap-2">
        <TextInput
          aria-label={`Answer: ${text}`}
          placeholder="Or in your own words"
          value={answer ?? ''}
          maxLength={1_000}
          onChange={(event) => onAnswer({ answer: event.target.value || null })}
        />
        <Button look="quiet" onClick={() => onAnswer({ skipped: true, answer: null })}>
          Skip
        </Button>
      </div>
    </li>
  )
}

interface AskButtonProps {
  project: string
  asked: boolean
  ready: () => Promise<boolean>
}

function AskButton({ project, asked, ready }: AskButtonProps) {
  const rehearsal = useRehearsal()
  const price = useQuery(wordsPrice(project))
  const direction = useQuery(directionOf(project))
  const ask = useAskQuestions(project)
  const [pressed, setPressed] = useState(false)
  const working = direction.data?.kind === 'questions' && isAtWork(direction.data)
  const nothing =
    pressed && !working && !asked && direction.data?.kind === 'questions' && direction.data.state === 'done'
  const press = async () => {
    setPressed(true)
    if (await ready()) ask.mutate({ key: newId(), shownMost: price.data?.questions ?? 0 })
  }
  return (
    <div className="grid justify-items-start gap-2">
      <PriceButton
        verb={asked ? 'Ask anew' : 'Ask me'}
        upTo
        size="md"
        look="plain"
        price={price.data?.questions}
        rehearsal={rehearsal}
        off={!price.data}
        busy={ask.isPending || working}
        onClick={() => void press()}
      />
      <p role="status" className="text-sm text-ink-faint">
        {working && 'The director reads the brief …'}
        {nothing && 'Nothing is left open: the brief says it all.'}
        {!working && direction.data?.kind === 'questions' && direction.data.state === 'failed' && direction.data.notice}
      </p>
      {ask.error && <ProblemNotice problem={ask.error} />}
    </div>
  )
}
