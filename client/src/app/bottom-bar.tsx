import { Ellipsis, LogOut } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { useAccount, useSignOut } from '@/api/session'
import { Dialog } from '@/components/ui/dialog'
import { cx } from '@/lib/cx'
import { barPlaces, morePlaces, type Place } from './places'
import { QueueCount } from './queue-count'

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
      <Dialog open={open} onOpenChange={setOpen} title="More" shape="sheet" width="sm">
        <MoreList onDone={() => setOpen(false)} onKeys={onKeys} />
      </Dialog>
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

function MoreList({ onDone, onKeys }: { onDone: () => void; onKeys: () => void }) {
  const account = useAccount()
  const signOut = useSignOut()
  const row = 'flex min-h-12 w-full items-center gap-3 rounded-md px-2 text-left hover:bg-lifted'
  return (
    <ul className="-mx-2">
      {morePlaces.map(({ path, name, icon: Icon }) => (
        <li key={path}>
          <Link href={path} onClick={onDone} className={row}>
            <Icon aria-hidden className="size-5" />
            {name}
          </Link>
        </li>
      ))}
      <li className="hidden pointer-fine:block">
        <button type="button" className={row} onClick={() => (onDone(), onKeys())}>
          <Ellipsis aria-hidden className="size-5" />
          Keys
        </button>
      </li>
      {account && !account.local && (
        <li className="mt-2 border-t border-edge pt-2">
          <button type="button" className={row} onClick={() => signOut.mutate()}>
            <LogOut aria-hidden className="size-5" />
            Sign out {account.name}
          </button>
        </li>
      )}
    </ul>
  )
}
