import { useCallback, useEffect, useRef, useState } from 'react'
import { uploadAudio, uploadImage, type AudioCut, type Media } from '@/api/library'
import { isAbort } from '@/api/problem'
import type { DraftMedia } from '@/lib/draft'
import { newId } from '@/lib/ids'
import type { ChangeDraft } from './use-draft'

export type Slot = 'image' | 'endImage' | 'audio' | 'references'

/** A file on its way into the studio, or one that did not make it. */
export interface Upload {
  key: string
  slot: Slot
  file: File
  cut: AudioCut | undefined
  /** The picture itself while it travels; null for a sound. */
  preview: string | null
  /** 0 to 1. */
  fraction: number
  problem: unknown
}

export interface Uploads {
  all: readonly Upload[]
  send: (slot: Slot, file: File, cut?: AudioCut) => void
  retry: (upload: Upload) => void
  dismiss: (upload: Upload) => void
  /** The file that the present sound was cut from, as long as the page is open: it can be cut again. */
  source: File | null
}

/** Sends files and puts what arrives into the draft. A new file for a place that holds one replaces it, also on the way. */
export function useUploads(change: ChangeDraft): Uploads {
  const [all, setAll] = useState<readonly Upload[]>([])
  const [source, setSource] = useState<File | null>(null)
  const controllers = useRef(new Map<string, AbortController>())

  const end = useCallback((key: string) => {
    controllers.current.get(key)?.abort()
    controllers.current.delete(key)
    setAll((uploads) => {
      const gone = uploads.find((upload) => upload.key === key)
      if (gone?.preview) URL.revokeObjectURL(gone.preview)
      return uploads.filter((upload) => upload.key !== key)
    })
  }, [])

  useEffect(() => {
    const running = controllers.current
    return () => running.forEach((controller) => controller.abort())
  }, [])

  const send = (slot: Slot, file: File, cut?: AudioCut) => {
    if (slot !== 'references') all.filter((upload) => upload.slot === slot).forEach((upload) => end(upload.key))
    const upload: Upload = {
      key: newId(),
      slot,
      file,
      cut,
      preview: slot === 'audio' ? null : URL.createObjectURL(file),
      fraction: 0,
      problem: null,
    }
    setAll((uploads) => [...uploads, upload])
    const controller = new AbortController()
    controllers.current.set(upload.key, controller)
    const update = (part: Partial<Upload>) =>
      setAll((uploads) => uploads.map((one) => (one.key === upload.key ? { ...one, ...part } : one)))
    const onProgress = (fraction: number) => update({ fraction })
    const sending =
      slot === 'audio'
        ? uploadAudio(file, cut ?? { start: 0, length: 30 }, onProgress, controller.signal)
        : uploadImage(file, onProgress, controller.signal)
    sending
      .then((media) => {
        change((draft) =>
          slot === 'references' ? { references: [...draft.references, kept(media)] } : { [slot]: kept(media) },
        )
        if (slot === 'audio') setSource(file)
        end(upload.key)
      })
      .catch((thrown: unknown) => {
        if (!isAbort(thrown)) update({ problem: thrown })
      })
  }

  const retry = (upload: Upload) => {
    end(upload.key)
    send(upload.slot, upload.file, upload.cut)
  }
  return { all, send, retry, dismiss: (upload) => end(upload.key), source }
}

function kept(media: Media): DraftMedia {
  return { id: media.id, name: media.name, url: media.url, seconds: media.seconds ?? null }
}
