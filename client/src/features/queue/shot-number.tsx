import type { Clip } from '@/api/clips'

/** Which shot of its video a clip is, in front of its words. */
export function ShotNumber({ clip: { shot } }: { clip: Clip }) {
  return shot ? <span className="mr-2 font-semibold">Shot {shot}</span> : null
}
