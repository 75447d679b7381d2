import { Search } from 'lucide-react'
import { Link } from 'wouter'
import { commandKey } from '@/lib/platform'
import { cx } from '@/lib/cx'
import { AccountMenu } from './account-menu'
import { Mark } from './mark'
import { places, type Place } from './places'
import { QueueCount } from './queue-count'

const cell = 'relative grid w-full justify-items-center gap-1 rounded-lg py-2 text-xs font-medium transition-colors'

/** The desktop's way around: always there, never in the way. */
export function Rail({ path, onPalette }: { path: string; onPalette: () => void }) {
  return (
    <header className="fixed inset-y-0 left-0 z-30 hidden w-(--rail-width) flex-col overflow-y-auto border-r border-edge bg-well px-2 py-3 md:flex">
      <Link href="/" aria-label="Venice Music Video Studio, home" className="mx-auto mb-3 rounded-md">
        <Mark className="size-9" />
      </Link>
      <nav aria-label="Studio" className="grid gap-1">
        {places.map((place) => (
          <RailLink key={place.path} place={place} here={place.holds(path)} />
        ))}
      </nav>
      <div className="mt-auto grid gap-1 pt-4">
        <button type="button" onClick={onPalette} className={cx(cell, 'text-ink-faint hover:bg-raised hover:text-ink')}>
          <Search aria-hidden className="size-5" />
          {commandKey === '⌘' ? '⌘ K' : 'Ctrl K'}
          <span className="sr-only">: find anything</span>
        </button>
        <AccountMenu />
      </div>
    </header>
  )
}

function RailLink({ place, here }: { place: Place; here: boolean }) {
  const { icon: Icon } = place
  return (
    <Link
      href={place.path}
      aria-current={here ? 'page' : undefined}
      onPointerEnter={place.preload}
      onFocus={place.preload}
      className={cx(cell, here ? 'bg-lifted text-ink' : 'text-ink-soft hover:bg-raised hover:text-ink')}
    >
      {here && <span aria-hidden className="absolute inset-y-2.5 -left-2 w-[3px] rounded-r-full bg-lamp" />}
      <span className="relative">
        <Icon aria-hidden className="size-5" strokeWidth={1.75} />
        {place.path === '/queue' && <QueueCount />}
      </span>
      {place.name}
    </Link>
  )
}
