import { useSyncExternalStore } from 'react'
import { begunKey, fingerprint, remember, untilWorthTrying } from '@/api/file-sending'
import { isAbort } from '@/api/problem'
import { Problem } from '@/api/problem'
import type { Track } from '@/api/track-types'
import { dropUpload } from '@/api/uploads'
import { newId } from '@/lib/ids'
import { readStored } from '@/lib/storage'
import { sendSong } from './song-sending'

/** A song on its way into the studio, or one that did not make it. */
export interface SongUpload {
  key: string
  file: File
  /** Bytes. */
  sent: number
  state: 'sending' | 'paused' | 'reading' | 'failed'
  problem: Problem | null
}

export type Arrival = { track: Track; known: boolean }

/** Answers that are about the file and stay what they are; after any other one the same file may be taken later. */
const unusable = [400, 413, 415, 422]

let uploads: readonly SongUpload[] = []
const controllers = new Map<string, AbortController>()
/** What is to be told once the studio has a song, or will never take it. */
let endings: readonly { of: string; tell: () => void }[] = []
const listeners = new Set<() => void>()
const arrivals = new Set<(arrival: Arrival) => void>()

function change(next: readonly SongUpload[]) {
  uploads = next
  listeners.forEach((listener) => listener())
}

function update(key: string, part: Partial<SongUpload>) {
  change(uploads.map((one) => (one.key === key ? { ...one, ...part } : one)))
}

/**
 * Sends a song. It goes on while one looks at other pages; after a reload it goes on when the same file is chosen again.
 * `onEnd` is told when the file is of no more use: the studio has it, will not have it, or the person gave it up.
 */
export function sendFile(file: File, onEnd?: () => void): void {
  if (onEnd) endings = [...endings, { of: fingerprint(file), tell: onEnd }]
  if (uploads.some((one) => fingerprint(one.file) === fingerprint(file) && one.state !== 'failed')) return
  const key = newId()
  const controller = new AbortController()
  controllers.set(key, controller)
  const others = uploads.filter((one) => fingerprint(one.file) !== fingerprint(file))
  change([...others, { key, file, sent: 0, state: 'sending', problem: null }])
  sendSong(file, {
    onSent: (sent) => update(key, { sent }),
    onPause: (paused) => {
      const now = uploads.find((one) => one.key === key)?.state
      if (now !== 'reading' || paused) update(key, { state: paused ? 'paused' : 'sending' })
    },
    onArrived: () => update(key, { sent: file.size, state: 'reading' }),
    signal: controller.signal,
    wait: untilWorthTrying,
  })
    .then((arrival) => {
      ended(file)
      gone(key)
      arrivals.forEach((listener) => listener(arrival))
    })
    .catch((thrown: unknown) => {
      if (isAbort(thrown)) return
      const problem = Problem.from(thrown)
      if (unusable.includes(problem.status)) ended(file)
      update(key, { state: 'failed', problem })
    })
}

/** Gives an upload up, also at the studio, or takes a failed one off the list. */
export function giveUp(upload: SongUpload): void {
  controllers.get(upload.key)?.abort()
  const begun = readStored<Record<string, string>>(begunKey)?.[fingerprint(upload.file)]
  // What stays behind is swept by the studio after a day.
  if (begun) void dropUpload(begun).catch(() => undefined)
  remember(upload.file, null)
  ended(upload.file)
  gone(upload.key)
}

function ended(file: File) {
  const mine = fingerprint(file)
  endings.filter((one) => one.of === mine).forEach((one) => one.tell())
  endings = endings.filter((one) => one.of !== mine)
}

function gone(key: string) {
  controllers.delete(key)
  change(uploads.filter((one) => one.key !== key))
}

export function onArrival(listener: (arrival: Arrival) => void): () => void {
  arrivals.add(listener)
  return () => arrivals.delete(listener)
}

export function useSongUploads(): readonly SongUpload[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => uploads,
  )
}
