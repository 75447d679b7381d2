import { HomePage } from '@/features/home/home-page'
import { SongsOnHome } from '@/features/songs/songs-on-home'

/** The front page, put together from what two features know. */
export function Home() {
  return <HomePage songs={<SongsOnHome />} />
}
