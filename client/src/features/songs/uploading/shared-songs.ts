/** Where the service worker (public/sw.js) lays what a phone's share sheet sent. */
const inbox = 'shared-songs'

export interface SharedSong {
  file: File
  /** Takes it out of the inbox. Until then a reload finds it again, and its upload goes on where it stopped. */
  done: () => void
}

/** Songs that were shared to the studio and are not in it yet, oldest first. */
export async function sharedSongs(): Promise<SharedSong[]> {
  // Browsers have it on safe addresses only, and there alone can songs be shared.
  if (!('caches' in globalThis)) return []
  const cache = await caches.open(inbox)
  const songs = await Promise.all(
    (await cache.keys()).map(async (request) => {
      const kept = await cache.match(request)
      if (!kept) return []
      const name = decodeURIComponent(kept.headers.get('X-Name') ?? 'song')
      const type = kept.headers.get('Content-Type') ?? ''
      const lastModified = Number(kept.headers.get('X-Changed'))
      const file = new File([await kept.blob()], name, { type, lastModified })
      return [{ file, done: () => void cache.delete(request) }]
    }),
  )
  return songs.flat()
}
