import { Link } from 'wouter'
import { buttonClass } from '@/components/ui/button'
import { PageHeader } from '@/components/ui/page-header'

export function NotFound() {
  return (
    <>
      <PageHeader title="Nothing here" />
      <p className="mb-6 max-w-prose text-ink-soft">
        No page has this address. A clip that was deleted, or that belongs to somebody else, is not found either.
      </p>
      <Link href="/gallery" className={buttonClass('plain')}>
        Go to the gallery
      </Link>
    </>
  )
}
