import { Link } from 'wouter'

export function SectionHead({ id, title, href, more }: { id: string; title: string; href: string; more: string }) {
  return (
    <div className="mb-4 flex items-baseline justify-between gap-4">
      <h2 id={id} className="text-lg font-semibold">
        {title}
      </h2>
      <Link
        href={href}
        className="touchable inline-flex items-center justify-end rounded-sm text-sm text-lamp-ink underline-offset-4 hover:underline"
      >
        {more}
      </Link>
    </div>
  )
}
