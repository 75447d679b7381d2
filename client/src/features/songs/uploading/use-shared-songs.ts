import { useEffect, useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { sharedSongs } from './shared-songs'
import { sendFile } from './song-uploads'

/** Begins to upload what was shared to the studio. True: something was shared, and nothing of it arrived. */
export function useSharedSongs(): boolean {
  const [search] = useSearchParams()
  const shared = search.get('shared')
  const [, go] = useLocation()
  const [lost, setLost] = useState(false)
  useEffect(() => {
    let here = true
    sharedSongs()
      .catch(() => [])
      .then((songs) => {
        songs.forEach(({ file, done }) => sendFile(file, done))
        if (shared === null || !here) return
        setLost(songs.length === 0)
        go('/songs', { replace: true })
      })
    return () => {
      here = false
    }
  }, [shared, go])
  return lost
}
