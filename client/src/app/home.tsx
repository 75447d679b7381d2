import { HomePage } from '@/features/home/home-page'
import { NewestProjects } from '@/features/projects/projects-on-home'
import { NewestSongs, SongIntake } from '@/features/songs/songs-on-home'

/** The front page, put together from what three features know. */
export function Home() {
  return <HomePage drop={<SongIntake />} songs={<NewestSongs />} videos={<NewestProjects />} />
}
