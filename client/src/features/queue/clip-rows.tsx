import type { Clip } from '@/api/clips'
import { OrderRow } from './order-row'

interface ClipRowsProps {
  clips: readonly Clip[]
  /** How many there are in the order. */
  of: number
  /** With the words that each is made from. */
  tells: boolean
}

/** Clips of one order, a row each. */
export function ClipRows({ clips, of, tells }: ClipRowsProps) {
  return (
    <ul className="divide-y divide-edge border-t border-edge" aria-label="Clips of this order">
      {clips.map((clip, index) => (
        <OrderRow
          key={clip.id}
          clip={clip}
          name={clip.shot ? `Shot ${clip.shot}` : of > 1 ? `Clip ${index + 1}` : 'Clip'}
          tells={tells}
        />
      ))}
    </ul>
  )
}
