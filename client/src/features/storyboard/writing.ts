import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { ShotWords } from '@/api/board'
import { followWriting } from '@/api/direction'

type Words = Partial<ShotWords>

/** Words on their way to the board, shot by shot. Each card listens to its own shot, so that a piece draws one card. */
export class WritingStore {
  private readonly words = new Map<string, Words>()
  private readonly listeners = new Map<string, Set<() => void>>()

  of(shotId: string): Words | undefined {
    return this.words.get(shotId)
  }

  take(shotId: string, field: keyof ShotWords, text: string): void {
    this.words.set(shotId, { ...this.words.get(shotId), [field]: text })
    this.listeners.get(shotId)?.forEach((listener) => listener())
  }

  clear(): void {
    const ids = [...this.words.keys()]
    this.words.clear()
    ids.forEach((id) => this.listeners.get(id)?.forEach((listener) => listener()))
  }

  listen(shotId: string, listener: () => void): () => void {
    const set = this.listeners.get(shotId) ?? new Set()
    this.listeners.set(shotId, set.add(listener))
    return () => void set.delete(listener)
  }
}

export function useShotWriting(store: WritingStore, shotId: string): Words | undefined {
  const [subscribe] = useState(() => (listener: () => void) => store.listen(shotId, listener))
  return useSyncExternalStore(subscribe, () => store.of(shotId))
}

export interface WritingProgress {
  shots: number
  of: number
}

const reopenAfter = 2_000

/** Follows what is being written, as long as something is. Answers the words under way and how far it is. */
export function useWriting(
  project: string,
  active: boolean,
): { store: WritingStore; progress: WritingProgress | null } {
  const queries = useQueryClient()
  const [store] = useState(() => new WritingStore())
  const [progress, setProgress] = useState<WritingProgress | null>(null)
  useEffect(() => {
    if (!active) return
    const controller = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    const fresh = () => void queries.invalidateQueries({ queryKey: ['board', project] })
    const follow = () =>
      followWriting(
        project,
        (piece) => {
          if ('shotId' in piece) store.take(piece.shotId, piece.field, piece.text)
          else if ('shots' in piece) {
            setProgress({ shots: piece.shots, of: piece.of })
            fresh()
          }
        },
        controller.signal,
      )
        .catch(() => undefined)
        // However it ended: the board says what is so. Where the stream broke off and the writing goes on, it is taken up again.
        .finally(() => {
          if (controller.signal.aborted) return
          fresh()
          timer = setTimeout(() => void follow(), reopenAfter)
        })
    void follow()
    return () => {
      controller.abort()
      clearTimeout(timer)
      setProgress(null)
      store.clear()
    }
  }, [project, active, queries, store])
  return { store, progress }
}
