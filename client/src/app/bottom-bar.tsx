import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { cx } from '@/lib/cx'
import { lazyPart } from '@/lib/lazy-part'
import { barPlaces, morePlaces, type Place } from './places'
import { QueueCount } from './queue-count'

const MoreSheet = lazyPart(() => import('./more-sheet').then((file) => file.MoreSheet))

const cell = 'grid h-15 content-center justify-items-center gap-0.5 text-xs font-medium'

/** The phone's way around, within reach of the thumb: four places, and the rest behind the fifth. */
export function BottomBar({ path, onKeys }: { path: string; onKeys: () => void }) {
  const [open, setOpen] = useState(false)
  const inMore = morePlaces.some((place) => place.holds(path))
  return (
    <>
      <nav
        aria-label="Studio"
        className="fixed inset-x-0 bottom-0 z-30 grid grid-cols-5 border-t border-edge bg-well pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        {barPlaces.map((place) => (
          <BarLink key={place.path} place={place} here={place.holds(path)} />
        ))}
        <button
          type="button"
          aria-haspopup="dialog"
          onClick={() => setOpen(true)}
          className={cx(cell, inMore ? 'text-lamp-ink' : 'text-ink-soft')}
        >
          <Ellipsis aria-hidden className="size-5.5" strokeWidth={1.75} />
          More
        </button>
      </nav>
      {open && <MoreSheet onClose={() => setOpen(false)} onKeys={onKeys} />}
    </>
  )
}

function BarLink({ place, here }: { place: Place; here: boolean }) {
  const { icon: Icon } = place
  return (
    <Link
      href={place.path}
      aria-current={here ? 'page' : undefined}
      onPointerDown={place.preload}
      className={cx(cell, here ? 'text-lamp-ink' : 'text-ink-soft')}
    >
      <span className="relative">
        <Icon aria-hidden className="size-5.5" strokeWidth={1.75} />
        {place.path === '/queue' && <QueueCount />}
      </span>
      {place.name}
    </Link>
  )
}
