import { durationWords, ratioWords, resolutionWords } from './offer-words'

interface Shown {
  duration?: string | null
  aspectRatio?: string | null
  resolution?: string | null
  sound?: boolean | null
  imageId?: string | null
  audioId?: string | null
  referenceImageIds?: string[] | null
}

/** What a clip was ordered with, in one line: "6 s · 16:9 · 720p · from an image". */
export function settingsWords(settings: Shown): string {
  const references = settings.referenceImageIds?.length ?? 0
  return [
    settings.duration && durationWords(settings.duration),
    settings.aspectRatio && ratioWords(settings.aspectRatio),
    settings.resolution && resolutionWords(settings.resolution),
    settings.sound === true && 'sound on',
    settings.sound === false && 'silent',
    settings.imageId && 'from an image',
    references > 0 && `${references} reference${references === 1 ? '' : 's'}`,
    settings.audioId && 'to a sound',
  ]
    .filter(Boolean)
    .join(' · ')
}
