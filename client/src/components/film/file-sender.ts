import { useEffect, useRef, useState } from 'react'
import { sendAndMake, untilWorthTrying } from '@/api/file-sending'
import { isAbort } from '@/api/problem'
import { Problem } from '@/api/problem'
import type { UploadFor } from '@/api/uploads'

export interface FileSender<Made> {
  /** What is under way or failed; null: nothing. */
  now: {
    name: string
    share: number
    state: 'sending' | 'paused' | 'reading' | 'failed'
    problem: Problem | null
  } | null
  send: (file: File) => Promise<Made | null>
  giveUp: () => void
}

/** Sends one file to the studio in pieces and lets the studio make something of it. Leaving the page gives it up; it is taken up again. */
export function useFileSender<Made>(purpose: UploadFor, make: (uploadId: string) => Promise<Made>): FileSender<Made> {
  const [now, setNow] = useState<FileSender<Made>['now']>(null)
  const controller = useRef<AbortController | null>(null)
  useEffect(() => () => controller.current?.abort(), [])

  const send = async (file: File): Promise<Made | null> => {
    controller.current?.abort()
    const mine = new AbortController()
    controller.current = mine
    const tell = (part: Partial<NonNullable<FileSender<Made>['now']>>) =>
      setNow((before) => ({ name: file.name, share: 0, state: 'sending', problem: null, ...before, ...part }))
    setNow({ name: file.name, share: 0, state: 'sending', problem: null })
    try {
      const made = await sendAndMake(
        file,
        {
          onSent: (bytes) => tell({ share: bytes / Math.max(1, file.size) }),
          onPause: (paused) => tell(paused ? { state: 'paused' } : {}),
          onArrived: () => tell({ share: 1, state: 'reading' }),
          purpose,
          signal: mine.signal,
          wait: untilWorthTrying,
        },
        make,
      )
      setNow(null)
      return made
    } catch (thrown) {
      if (!isAbort(thrown)) tell({ state: 'failed', problem: Problem.from(thrown) })
      return null
    }
  }
  const giveUp = () => {
    controller.current?.abort()
    setNow(null)
  }
  return { now, send, giveUp }
}
