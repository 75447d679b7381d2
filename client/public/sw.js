// Takes songs that a phone's share sheet sends to the installed studio, keeps them, and opens the page that uploads them.
// Nothing else: the studio lives at its server, and no page of it is kept for being offline.

const inbox = 'shared-songs'
const address = '/songs/shared'

self.addEventListener('install', (event) => {
  // No page ever waits for this script to wake up: where browsers know routes, only posts come here at all.
  event.addRoutes?.([{ condition: { requestMethod: 'get' }, source: 'network' }])
  self.skipWaiting()
})

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  if (request.method === 'POST' && new URL(request.url).pathname === address) event.respondWith(take(request))
})

async function take(request) {
  const kept = await keep(request).catch(() => 0)
  return Response.redirect(new URL(`/songs?shared=${kept}`, self.location.href).href, 303)
}

/** Lays each shared file into the inbox, under a name that no other one has; answers how many there were. */
async function keep(request) {
  const files = (await request.formData()).getAll('songs').filter((part) => part instanceof File && part.size > 0)
  const cache = await caches.open(inbox)
  for (const file of files) {
    const headers = {
      'Content-Type': file.type || 'application/octet-stream',
      'X-Name': encodeURIComponent(file.name),
      'X-Changed': String(file.lastModified),
    }
    await cache.put(`${address}/${Date.now()}-${Math.random()}`, new Response(file, { headers }))
  }
  return files.length
}
