import { useRef, useState } from 'react'
import { useOrderClips, type Clip } from '@/api/clips'
import type { Schema } from '@/api/client'
import type { Problem } from '@/api/problem'
import { newId } from '@/lib/ids'
import { OrderKey } from '@/lib/order-key'

type Body = Schema['OrderClips']

/** Milliseconds in which a press after an order is the rest of a double click, a second tap or a key held down. */
const echo = 700

export interface Ordering {
  send: (body: Body) => void
  sending: boolean
  problem: Problem | null
  dismiss: () => void
}

/** Sends orders, each once, however often the button is pressed before the answer. */
export function useOrder(onOrdered: (clips: Clip[]) => void, onRefused: (problem: Problem) => void): Ordering {
  const order = useOrderClips()
  const [keys] = useState(() => new OrderKey<Body>(newId))
  const quietUntil = useRef(0)
  const send = (wanted: Body) => {
    if (order.isPending) return
    // On a quick network the first press is answered before the second comes: no key could tell them apart then.
    if (performance.now() < quietUntil.current) {
      quietUntil.current = performance.now() + echo
      return
    }
    const { key, order: body } = keys.attempt(wanted)
    order.mutate(
      { key, body },
      {
        onSuccess: (clips) => {
          keys.answered()
          quietUntil.current = performance.now() + echo
          onOrdered(clips)
        },
        onError: (problem) => {
          if (wasAnswered(problem)) keys.answered()
          onRefused(problem)
        },
      },
    )
  }
  return { send, sending: order.isPending, problem: order.error, dismiss: order.reset }
}

/** A refusal is an answer. Silence and a proxy's 502 or 504 are not: the order may have gone through. */
function wasAnswered(problem: Problem): boolean {
  return problem.status >= 400 && problem.status < 500
}
