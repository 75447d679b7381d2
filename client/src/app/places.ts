import { Clapperboard, CircleDollarSign, Film, House, ListVideo, Settings2, type LucideIcon } from 'lucide-react'
import { pages } from './routes'

export interface Place {
  path: string
  name: string
  icon: LucideIcon
  /** Pressed after g. */
  key: string
  preload: () => void
  /** Whether a path lies in it. */
  holds: (path: string) => boolean
}

function place(
  path: string,
  name: string,
  icon: LucideIcon,
  key: string,
  preload: () => void,
  ...also: string[]
): Place {
  const under = (from: string, at: string) => at === from || at.startsWith(`${from}/`)
  const holds = (at: string) => (path === '/' ? at === '/' : under(path, at)) || also.some((from) => under(from, at))
  return { path, name, icon, key, preload, holds }
}

export const places: readonly Place[] = [
  place('/', 'Home', House, 'h', pages.home.preload, '/songs', '/projects'),
  place('/create', 'Create', Clapperboard, 'c', pages.create.preload),
  place('/queue', 'Queue', ListVideo, 'q', pages.queue.preload),
  place('/gallery', 'Gallery', Film, 'l', pages.gallery.preload, '/clips'),
  place('/spend', 'Spend', CircleDollarSign, 's', pages.spend.preload),
  place('/settings', 'Settings', Settings2, 'e', pages.settings.preload),
]

/** What the phone's bar holds beside "More". */
export const barPlaces = places.slice(0, 4)
export const morePlaces = places.slice(4)
