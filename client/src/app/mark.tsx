/** The studio's sign: a lamp over the water. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className}>
      <rect width="32" height="32" rx="7" className="fill-raised" />
      <circle cx="16" cy="10.5" r="4" className="fill-lamp" />
      <path
        d="M5 20q3.7-3 7.3 0t7.4 0 7.3 0M9 25q3.5-2.6 7 0t7 0"
        fill="none"
        strokeWidth="2.2"
        strokeLinecap="round"
        className="stroke-lamp"
      />
    </svg>
  )
}
