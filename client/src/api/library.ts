import { forgeryToken, type Schema } from './client'
import { Problem, type ProblemBody } from './problem'

export type Media = Schema['MediaView']

/** Seconds of a sound to keep; Venice takes at most thirty. */
export interface AudioCut {
  start: number
  length: number
}

export function uploadImage(file: File, onProgress: (fraction: number) => void, signal: AbortSignal): Promise<Media> {
  return upload('/api/uploads/images', file, onProgress, signal)
}

export function uploadAudio(
  file: File,
  cut: AudioCut,
  onProgress: (fraction: number) => void,
  signal: AbortSignal,
): Promise<Media> {
  const query = new URLSearchParams({ start: cut.start.toFixed(2), length: cut.length.toFixed(2) })
  return upload(`/api/uploads/audio?${query.toString()}`, file, onProgress, signal)
}

/** Where the clips come from as one archive. A request's first line holds about 8,000 characters, hence the limit. */
export const mostInOneZip = 150

export function zipUrl(ids: readonly string[]): string {
  return `/api/clips/zip?${ids.map((id) => `ids=${id}`).join('&')}`
}

export function downloadUrl(mediaUrl: string): string {
  return `${mediaUrl}?download=true`
}

/** Sends one file. Not by fetch, which cannot say how far an upload has come. */
function upload(path: string, file: File, onProgress: (fraction: number) => void, signal: AbortSignal): Promise<Media> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', path)
    request.responseType = 'text'
    const token = forgeryToken()
    if (token) request.setRequestHeader('X-XSRF-TOKEN', token)
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total)
    }
    request.onerror = () => reject(Problem.offline())
    request.onabort = () => reject(new DOMException('The upload was given up.', 'AbortError'))
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300 && body) resolve(body as Media)
      else reject(new Problem(request.status, (body ?? {}) as ProblemBody))
    }
    signal.addEventListener('abort', () => request.abort(), { once: true })
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
