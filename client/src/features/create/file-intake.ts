import { useEffect, useRef, useState } from 'react'
import type { VideoModel } from '@/api/catalog'
import type { Draft } from '@/lib/draft'
import { isImage } from '@/lib/image-files'
import type { Slot } from './use-uploads'

export const audioTypes = 'audio/mpeg,audio/wav,audio/flac,audio/mp4,audio/ogg,.mp3,.wav,.flac,.m4a,.ogg'

/** Where files go that were dropped on the page or pasted into it: to the first free place that the model has for them. */
export function placeFor(file: File, model: VideoModel, draft: Draft): Slot | null {
  if (isAudio(file)) return model.audio === 'no' ? null : 'audio'
  if (!isImage(file)) return null
  const roomForReference = draft.references.length < model.maxReferenceImages
  if (model.image !== 'no' && !draft.image) return 'image'
  if (roomForReference) return 'references'
  if (model.endImage !== 'no' && !draft.endImage) return 'endImage'
  return model.image !== 'no' ? 'image' : null
}

export function isAudio(file: File): boolean {
  return /^audio\//.test(file.type) || /\.(mp3|wav|flac|m4a|ogg)$/i.test(file.name)
}

/**
 * Takes files dropped anywhere on the page, or pasted. Without it, a file that misses its place by a finger's breadth makes the
 * browser leave the page and show the file. Answers whether files hover over the page.
 */
export function useFileIntake(take: (files: readonly File[]) => void): boolean {
  const [hovering, setHovering] = useState(false)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  }, [take])

  useEffect(() => {
    const carries = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
    const over = (event: DragEvent) => {
      if (!carries(event)) return
      event.preventDefault()
      setHovering(true)
    }
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setHovering(false)
    }
    const drop = (event: DragEvent) => {
      if (!carries(event)) return
      setHovering(false)
      // A place of its own has already taken it.
      if (event.defaultPrevented) return
      event.preventDefault()
      latest.current([...(event.dataTransfer?.files ?? [])])
    }
    const paste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])]
      if (files.length === 0) return
      event.preventDefault()
      latest.current(files)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [])
  return hovering
}
