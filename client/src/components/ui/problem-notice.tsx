import { Problem } from '@/api/problem'
import { Button } from './button'
import { Notice } from './notice'

export interface ProblemNoticeProps {
  problem: unknown
  onRetry?: () => void
  retrying?: boolean
  className?: string
}

/** Why something failed and what to do next. */
export function ProblemNotice({ problem, onRetry, retrying, className }: ProblemNoticeProps) {
  const told = Problem.from(problem)
  // Whoever has just tried to sign in is not told to.
  const title = told.type === 'wrong-sign-in' ? 'You are not signed in' : told.title
  // What is gone is not there the next time either.
  const retry = onRetry && told.status !== 404 && (
    <Button size="sm" busy={retrying ?? false} onClick={onRetry}>
      Try again
    </Button>
  )
  return (
    <Notice
      role="alert"
      tone={told.offline || told.status === 503 || told.status === 429 ? 'attention' : 'refused'}
      title={title}
      actions={retry}
      className={className ?? ''}
    >
      {told.message}
    </Notice>
  )
}
