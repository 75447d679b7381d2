import { clipCounts, latestClips } from '@/api/clips'
import { latestProjects, projectsOnHome } from '@/api/projects'
import { latestTracks, songsOnHome } from '@/api/tracks'
import { mostRunning, wholeWall } from './wall'

/** What the front page asks before it shows more than its head. */
export const homeQuestions = {
  counts: clipCounts(),
  running: latestClips('working', mostRunning),
  latest: latestClips('done', wholeWall),
  tracks: latestTracks(songsOnHome),
  projects: latestProjects(projectsOnHome),
}
