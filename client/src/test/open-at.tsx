import { render } from '@testing-library/react'
import { App } from '@/app/app'
// Read ahead, so that no test's patience runs out while a page's file is on the way.
import '@/app/frame'
import '@/features/create/create-page'
import '@/features/gallery/gallery-page'
import '@/app/home'
import '@/features/queue/queue-page'
import '@/features/session/join-page'
import '@/features/session/set-up-page'
import '@/features/session/sign-in-page'
import '@/features/settings/settings-page'
import '@/features/spend/spend-page'
import '@/features/storyboard/storyboard-page'
import '@/app/project'
import '@/app/song'
import '@/features/concept/concept-page'
import '@/features/projects/projects-page'
import '@/features/songs/song-page'
import '@/features/songs/songs-page'

/** Opens the whole studio at an address. */
export function openAt(path: string) {
  history.replaceState(null, '', path)
  return render(<App />)
}
