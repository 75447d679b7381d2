import { sendAndMake, type Sending } from '@/api/file-sending'
import type { Track } from '@/api/track-types'
import { makeTrack } from '@/api/tracks'

/** Sends a song piece by piece, from where an earlier try stopped, and answers the track that the studio made of it. */
export function sendSong(file: File, how: Omit<Sending, 'purpose'>): Promise<{ track: Track; known: boolean }> {
  return sendAndMake(file, { ...how, purpose: 'song' }, makeTrack)
}
