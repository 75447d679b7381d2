import { Check } from 'lucide-react'
import { cx } from '@/lib/cx'

interface PickBoxProps {
  id: string
  number: number
  picked: boolean
  /** Cards are being picked: every box shows. */
  picking: boolean
  onPick: (id: string, range: boolean) => void
}

/** The box in a shot's corner with which it is picked. */
export function PickBox({ id, number, picked, picking, onPick }: PickBoxProps) {
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={picked}
      aria-label={`Pick shot ${number}`}
      onClick={(event) => onPick(id, event.shiftKey)}
      className={cx(
        'absolute top-2.5 right-1.5 grid size-6 place-items-center rounded-sm border border-white/70 bg-black/62 text-white transition-opacity after:absolute after:-inset-2.5',
        picked && 'border-lamp bg-lamp text-on-lamp',
        !picking && !picked && 'opacity-0 group-hover:opacity-100 focus-visible:opacity-100 pointer-coarse:hidden',
      )}
    >
      {picked && <Check aria-hidden className="size-4" strokeWidth={3} />}
    </button>
  )
}
