import { isAbort, Problem } from './problem'
import { beginUpload, sendPiece, uploadState, type PartUpload, type UploadFor } from './uploads'
import { readStored, writeStored } from '@/lib/storage'

/** Uploads that were begun in this browser: a file by its name, size and date → the upload's id. */
export const begunKey = 'studio.songUploads'
type Begun = Record<string, string>

export function fingerprint(file: File): string {
  return `${file.name}|${file.size}|${file.lastModified}`
}

export function remember(file: File, id: string | null): void {
  const mine = fingerprint(file)
  const others = Object.entries(readStored<Begun>(begunKey) ?? {}).filter(([one]) => one !== mine)
  const all: [string, string][] = id ? [...others, [mine, id]] : others
  writeStored(begunKey, Object.fromEntries(all.slice(-20)))
}

export interface Sending {
  /** What the file is to become, which decides how large it may be. */
  purpose: UploadFor
  onSent: (bytes: number) => void
  /** The studio does not answer; it is tried again by itself. */
  onPause: (paused: boolean) => void
  /** Everything has arrived and the studio looks at it. */
  onArrived: () => void
  signal: AbortSignal
  /** Waits until it is worth trying again. */
  wait: (signal: AbortSignal) => Promise<void>
}

/**
 * Sends a file piece by piece, from where an earlier try stopped, and answers what the studio makes of it once it is all there.
 */
export async function sendAndMake<Made>(
  file: File,
  how: Sending,
  make: (uploadId: string) => Promise<Made>,
): Promise<Made> {
  let upload = await patiently(() => begunBefore(file).then((one) => one ?? beginUpload(file, how.purpose)), how)
  remember(file, upload.id)
  how.onSent(upload.received)
  while (upload.received < upload.bytes) {
    upload = await patiently(() => nextPiece(file, upload, how), how)
    how.onSent(upload.received)
  }
  how.onArrived()
  const made = await patiently(() => make(upload.id), how).catch((problem: unknown) => {
    // The studio has looked at the file and will not have it: the same bytes need not be kept for another try.
    if (problem instanceof Problem && problem.status >= 400 && problem.status < 500) remember(file, null)
    throw problem
  })
  remember(file, null)
  return made
}

async function begunBefore(file: File): Promise<PartUpload | null> {
  const id = readStored<Begun>(begunKey)?.[fingerprint(file)]
  if (!id) return null
  return uploadState(id).catch((problem: unknown) => {
    if (problem instanceof Problem && problem.status === 404) return null
    throw problem
  })
}

async function nextPiece(file: File, upload: PartUpload, how: Sending): Promise<PartUpload> {
  const { id, received, chunkBytes } = upload
  try {
    const piece = file.slice(received, received + chunkBytes)
    return await sendPiece(id, received, piece, (sent) => how.onSent(received + sent), how.signal)
  } catch (problem) {
    // A torn piece leaves its beginning there; the studio says how much.
    const there = problem instanceof Problem && problem.status === 409 ? problem.more['received'] : undefined
    if (typeof there === 'number') return { ...upload, received: there }
    throw problem
  }
}

/** Does something until the studio answers. A lost piece may have arrived in part: what is there is asked first. */
async function patiently<T>(act: () => Promise<T>, how: Sending): Promise<T> {
  for (;;) {
    try {
      const answer = await act()
      how.onPause(false)
      return answer
    } catch (problem) {
      if (isAbort(problem)) throw problem
      const away = problem instanceof Problem && (problem.offline || [502, 503, 504].includes(problem.status))
      if (!away) throw problem
      how.onPause(true)
      await how.wait(how.signal)
    }
  }
}

/** Until the device is online again, or for three seconds: the studio's absence is nothing that a browser is told of. */
export function untilWorthTrying(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const again = () => {
      clearTimeout(timer)
      window.removeEventListener('online', again)
      if (signal.aborted) reject(new DOMException('The upload was given up.', 'AbortError'))
      else resolve()
    }
    const timer = setTimeout(again, 3000)
    window.addEventListener('online', again)
    signal.addEventListener('abort', again, { once: true })
  })
}
