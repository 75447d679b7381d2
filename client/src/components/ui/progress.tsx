import { cx } from '@/lib/cx'

export interface ProgressProps {
  label: string
  /** 0 to 1; undefined when nobody knows: then the bar breathes and says so. */
  value: number | undefined
  tone?: 'working' | 'attention' | 'done'
  /** What the value means in words, read in place of the percentage. */
  text?: string
  className?: string
}

const tones = { working: 'bg-working', attention: 'bg-attention', done: 'bg-done' }

export function Progress({ label, value, tone = 'working', text, className }: ProgressProps) {
  const percent = value === undefined ? undefined : Math.round(Math.max(0, Math.min(1, value)) * 100)
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      aria-valuetext={text}
      className={cx('h-1.5 overflow-hidden rounded-full bg-lifted', className)}
    >
      <div
        className={cx(
          'h-full origin-left rounded-full transition-transform duration-200',
          tones[tone],
          // A full bar that does not move would be read as one that is done.
          percent === undefined && 'animate-breathe motion-reduce:opacity-35',
        )}
        style={{ transform: `scaleX(${percent === undefined ? 1 : percent / 100})` }}
      />
    </div>
  )
}
