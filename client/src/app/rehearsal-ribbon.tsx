import { Link } from 'wouter'
import { useRehearsal } from '@/api/session'

/** Over every page of a studio without a key, so that nobody mistakes a rehearsal for the real thing. */
export function RehearsalRibbon() {
  if (!useRehearsal()) return null
  return (
    <p className="flex min-h-9 flex-wrap items-center justify-center gap-x-3 border-b border-edge bg-[repeating-linear-gradient(-45deg,transparent_0_9px,color-mix(in_oklab,var(--color-lamp)_13%,transparent)_9px_18px)] px-4 py-1 text-sm">
      <strong className="font-semibold">Rehearsal: nothing is paid</strong>
      <Link
        href="/settings/venice"
        className="relative text-ink-soft underline underline-offset-2 after:absolute after:-inset-x-3 after:-inset-y-3 hover:text-ink"
      >
        How to go live
      </Link>
    </p>
  )
}
