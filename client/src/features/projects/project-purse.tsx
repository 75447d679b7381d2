import type { Project } from '@/api/projects'
import { cx } from '@/lib/cx'
import { formatMoney } from '@/lib/money'

/** What this video has cost, and what is left of its budget. Money that is set aside counts as spent until it is not. */
export function ProjectPurse({ project }: { project: Pick<Project, 'budget' | 'spent' | 'reserved'> }) {
  const { budget, spent, reserved } = project
  const used = spent + reserved
  if (budget == null) {
    return used > 0 ? (
      <p className="text-right text-sm text-ink-soft">
        <span className="font-medium text-ink">{formatMoney(used)}</span>
        <span className="block text-xs text-ink-faint">spent, no budget</span>
      </p>
    ) : null
  }
  const left = budget - used
  const share = budget > 0 ? Math.min(1, used / budget) : 1
  return (
    <div className="grid w-28 gap-1 text-right text-sm sm:w-44">
      <p>
        <span className={cx('font-medium', left < 0 ? 'text-refused' : 'text-ink')}>
          {formatMoney(Math.max(0, left))}
        </span>{' '}
        <span className="text-ink-faint">
          left<span className="max-sm:sr-only"> of {formatMoney(budget)}</span>
        </span>
      </p>
      <span aria-hidden className="block h-1 overflow-hidden rounded-full bg-lifted">
        <span
          className={cx('block h-full origin-left rounded-full', share > 0.9 ? 'bg-attention' : 'bg-ink-faint')}
          style={{ transform: `scaleX(${share})` }}
        />
      </span>
    </div>
  )
}
