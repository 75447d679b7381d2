import { useCallback, useEffect, useRef, useState } from 'react'
import { uploadImage, type Media } from '@/api/library'
import { isAbort } from '@/api/problem'
import { newId } from '@/lib/ids'
import { isImage } from '@/lib/image-files'

/** A picture on its way into the studio, or one that did not make it. */
export interface Sending {
  key: string
  file: File
  preview: string
  fraction: number
  problem: unknown
}

/** Sends pictures; each that arrives is handed on. */
export function usePictures(onArrived: (media: Media) => void) {
  const [all, setAll] = useState<readonly Sending[]>([])
  const controllers = useRef(new Map<string, AbortController>())
  const arrived = useRef(onArrived)
  useEffect(() => {
    arrived.current = onArrived
  })
  useEffect(() => {
    const running = controllers.current
    return () => running.forEach((controller) => controller.abort())
  }, [])

  const dismiss = useCallback((key: string) => {
    controllers.current.get(key)?.abort()
    controllers.current.delete(key)
    setAll((now) => {
      const gone = now.find((one) => one.key === key)
      if (gone) URL.revokeObjectURL(gone.preview)
      return now.filter((one) => one.key !== key)
    })
  }, [])

  const send = useCallback(
    (file: File) => {
      if (!isImage(file)) return
      const key = newId()
      const controller = new AbortController()
      controllers.current.set(key, controller)
      const update = (part: Partial<Sending>) =>
        setAll((now) => now.map((one) => (one.key === key ? { ...one, ...part } : one)))
      setAll((now) => [...now, { key, file, preview: URL.createObjectURL(file), fraction: 0, problem: null }])
      uploadImage(file, (fraction) => update({ fraction }), controller.signal)
        .then((media) => {
          arrived.current(media)
          dismiss(key)
        })
        .catch((thrown: unknown) => {
          if (!isAbort(thrown)) update({ problem: thrown })
        })
    },
    [dismiss],
  )

  const retry = (sending: Sending) => {
    dismiss(sending.key)
    send(sending.file)
  }
  return { all, send, retry, dismiss }
}
