import { MakeVideo } from '@/features/projects/make-video'
import { SongPage } from '@/features/songs/song-page'

/** A song's page, with the next act on it, which another feature knows. */
export function Song({ id }: { id: string }) {
  return <SongPage id={id} act={<MakeVideo trackId={id} />} />
}
