import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { useEvents } from '@/api/events'
import { lazyPart } from '@/lib/lazy-part'
import { useSongPlayer } from '@/lib/song-player'
import { BottomBar } from './bottom-bar'
import { ErrorBoundary } from './error-boundary'
import { OfflineBar } from './offline-bar'
import { places } from './places'
import { Rail } from './rail'
import { RehearsalRibbon } from './rehearsal-ribbon'
import { useShortcuts } from './shortcuts'
import { VeniceNotice } from './venice-notice'

const Palette = lazyPart(() => import('./palette').then((file) => file.Palette))
const MiniPlayer = lazyPart(() => import('./mini-player').then((file) => file.MiniPlayer))
const KeysSheet = lazyPart(() => import('./keys-sheet').then((file) => file.KeysSheet))

/** Steps of a video with a player of their own. */
const playsItself = /^\/projects\/[^/]+\/(song|storyboard|takes|cut)\b/

/** What stands around every page of the studio. */
export function Frame({ children }: { children: ReactNode }) {
  const [path] = useLocation()
  const [open, setOpen] = useState<'palette' | 'keys' | undefined>()
  const main = useRef<HTMLElement>(null)
  const { song } = useSongPlayer()
  const placeAt = places.find((place) => place.holds(path))?.path
  useEvents()
  useShortcuts(setOpen)
  useNewPage(placeAt, main)

  return (
    <div className="min-h-dvh w-screen md:pl-(--rail-width)">
      <a
        href="#page"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-md bg-lamp px-4 py-2 font-semibold text-on-lamp focus:translate-y-0"
      >
        Skip to the page
      </a>
      <Rail path={path} onPalette={() => setOpen('palette')} />
      <section aria-label="Notices">
        <RehearsalRibbon />
        <OfflineBar />
        <VeniceNotice />
      </section>
      <main
        ref={main}
        id="page"
        tabIndex={-1}
        className="mx-auto max-w-[92rem] px-4 pt-6 pb-[calc(var(--bar-height)+2rem)] outline-none sm:px-6 lg:px-10 lg:pt-9"
      >
        <ErrorBoundary resetOn={path}>{children}</ErrorBoundary>
      </main>
      <BottomBar path={path} onKeys={() => setOpen('keys')} />
      {song && path !== `/songs/${song.id}` && !playsItself.test(path) && <MiniPlayer />}
      {open === 'palette' && <Palette onClose={() => setOpen(undefined)} onKeys={() => setOpen('keys')} />}
      {open === 'keys' && <KeysSheet onClose={() => setOpen(undefined)} />}
    </div>
  )
}

/** Coming to another place starts at its top, and the keyboard starts there too. */
function useNewPage(placeAt: string | undefined, main: React.RefObject<HTMLElement | null>) {
  const before = useRef(placeAt)
  useEffect(() => {
    if (before.current === placeAt) return
    before.current = placeAt
    window.scrollTo(0, 0)
    main.current?.focus({ preventScroll: true })
  }, [placeAt, main])
}
