import type { Clip } from '@/api/clips'

/** Clips that were ordered with one press, in the order in which the list has them. */
export interface Batch {
  id: string
  clips: Clip[]
}

/** Puts clips of one order together. A clip that two pages both brought, because the list moved in between, counts once. */
export function batchesOf(clips: readonly Clip[]): Batch[] {
  const batches = new Map<string, Batch>()
  const seen = new Set<string>()
  for (const clip of clips) {
    if (seen.has(clip.id)) continue
    seen.add(clip.id)
    const batch = batches.get(clip.batchId)
    if (batch) batch.clips.push(clip)
    else batches.set(clip.batchId, { id: clip.batchId, clips: [clip] })
  }
  return [...batches.values()]
}
