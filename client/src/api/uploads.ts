import { api, forgeryToken, unwrap, type Schema } from './client'
import { Problem, type ProblemBody } from './problem'

/** A file on its way into the studio, piece by piece; it can be taken up again where it stopped for a day. */
export type PartUpload = Schema['UploadView']

export type UploadFor = Schema['UploadFor']

export const beginUpload = (file: File, purpose: UploadFor) =>
  unwrap(api.POST('/api/uploads', { body: { name: file.name, bytes: file.size, for: purpose } }))

export const uploadState = (id: string) => unwrap(api.GET('/api/uploads/{id}', { params: { path: { id } } }))

export const dropUpload = (id: string) => unwrap(api.DELETE('/api/uploads/{id}', { params: { path: { id } } }))

/** Sends one piece. Not by fetch, which cannot say how far a piece has come. */
export function sendPiece(
  id: string,
  from: number,
  piece: Blob,
  onSent: (bytes: number) => void,
  signal: AbortSignal,
): Promise<PartUpload> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', `/api/uploads/${id}?from=${from}`)
    request.responseType = 'text'
    request.setRequestHeader('Content-Type', 'application/octet-stream')
    const token = forgeryToken()
    if (token) request.setRequestHeader('X-XSRF-TOKEN', token)
    request.upload.onprogress = (event) => onSent(event.loaded)
    request.onerror = () => reject(Problem.offline())
    request.onabort = () => reject(new DOMException('The upload was given up.', 'AbortError'))
    request.onload = () => {
      const body = read(request.responseText)
      if (request.status >= 200 && request.status < 300 && body) resolve(body as unknown as PartUpload)
      else reject(new Problem(request.status, body ?? {}))
    }
    signal.addEventListener('abort', () => request.abort(), { once: true })
    request.send(piece)
  })
}

function read(text: string): ProblemBody | null {
  try {
    return JSON.parse(text) as ProblemBody
  } catch {
    return null
  }
}
