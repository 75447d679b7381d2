import { HomePage } from '@/features/home/home-page'
import { NewestProjects } from '@/features/projects/projects-on-home'
import { NewestSongs, SongIntake } from '@/features/songs/songs-on-home'
import { pages } from './routes'

/** The front page, put together from what three features know. */
export function Home() {
  return (
    <HomePage
      drop={<SongIntake readAhead={pages.song.preload} />}
      songs={<NewestSongs />}
      videos={<NewestProjects />}
    />
  )
}
