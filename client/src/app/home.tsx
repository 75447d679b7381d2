import { HomePage } from '@/features/home/home-page'
import { NewestSongs, SongIntake } from '@/features/songs/songs-on-home'

/** The front page, put together from what two features know. */
export function Home() {
  return <HomePage drop={<SongIntake />} songs={<NewestSongs />} />
}
