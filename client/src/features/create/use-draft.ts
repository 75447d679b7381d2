import { useCallback, useEffect, useState } from 'react'
import { keepDraft, loadDraft, type Draft } from '@/lib/draft'

/** Changes some of a draft; from what it is by then, where the change needs that. */
export type ChangeDraft = (change: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => void

/** The draft of one account, kept in this browser through reloads. */
export function useDraft(account: string): [Draft, ChangeDraft] {
  const [draft, setDraft] = useState(() => loadDraft(account))
  useEffect(() => keepDraft(account, draft), [account, draft])
  const change = useCallback<ChangeDraft>((next) => {
    setDraft((now) => ({ ...now, ...(typeof next === 'function' ? next(now) : next) }))
  }, [])
  return [draft, change]
}
