import { songPlayer } from '@/lib/song-player'
import { toast } from '@/components/ui/toast'
import { early, lastAtMost, sectionAt } from '@/components/song/bars'
import { doubled, halved, nudged, oneAt, shifted, type BeatChange } from './correct/beat-changes'
import { split } from './correct/sections'
import { meterWords, tempoWords } from './facts'
import type { Desk } from './use-desk'
import { around } from '@/components/song/view-window'

export type SongActs = ReturnType<typeof songActs>

/** What can be done to the song, for buttons and keys alike. */
export function songActs(desk: Desk) {
  const { hearing, stage, correcting, bars } = desk
  const { beats, sections, duration } = hearing
  const step = (moments: readonly number[], by: 1 | -1, otherwise: number) => {
    const now = songPlayer.time
    if (moments.length === 0) return songPlayer.seek(now + by * otherwise)
    // Going back from just behind a beat means the one before it, not that beat again.
    const at = by > 0 ? lastAtMost(moments, now + 0.02) + 1 : lastAtMost(moments, now - 0.12)
    songPlayer.seek(moments[at] ?? (by > 0 ? duration : 0))
  }
  const starts = sections.map((section) => section.start)
  const downbeats = bars.map((bar) => bar.start)
  const said = (change: BeatChange, refusal: string) => {
    if (change(correcting.now, hearing)) correcting.apply(change)
    else toast(refusal, { tone: 'refused' })
  }

  return {
    play: songPlayer.toggle,
    beatBack: () => step(beats, -1, 1),
    beatOn: () => step(beats, 1, 1),
    barBack: () => step(downbeats, -1, 4),
    barOn: () => step(downbeats, 1, 4),
    sectionBack: () => step(starts, -1, 10),
    sectionOn: () => step(starts, 1, 10),
    start: () => songPlayer.seek(0),
    end: () => songPlayer.seek(duration),
    closer: () => stage.zoom(1.6),
    wider: () => stage.zoom(1 / 1.6),
    whole: () => stage.look({ start: 0, end: duration }),
    loop: () => {
      if (songPlayer.now.loop) return songPlayer.setLoop(null)
      const section = sections[desk.selected] ?? sections[sectionAt(sections, songPlayer.time + early)]
      if (!section) return
      songPlayer.setLoop({ start: section.start, end: section.end })
      stage.look(around(section.start, section.end, duration))
    },
    double: () => said(doubled, 'The tempo cannot be doubled any further.'),
    halve: () => said(halved, 'The tempo cannot be halved any further.'),
    shift: () => said(shifted(1), 'The beats were moved by four already. Set the one where the bar begins instead.'),
    shiftBack: () =>
      said(shifted(-1), 'The beats were moved by four already. Set the one where the bar begins instead.'),
    nudgeBack: () => said(nudged(-5), 'Half a second is as far as beats can be nudged. Tap the tempo instead.'),
    nudgeOn: () => said(nudged(5), 'Half a second is as far as beats can be nudged. Tap the tempo instead.'),
    one: () => said(oneAt(songPlayer.time), 'There is no beat here to make the first of a bar. Tap the tempo first.'),
    split: () => {
      const next = split(sections, songPlayer.time, desk.snaps)
      if (next) desk.setSections(next)
      else toast('There is no room here for two sections: each is a second long at least.', { tone: 'refused' })
    },
    undo: correcting.undo,
    redo: correcting.redo,
  }
}

/** The beat in words, to be spoken after a correction. */
export function beatWords({ hearing }: Desk): string {
  return hearing.steady ? `${tempoWords(hearing.tempo)}, ${meterWords(hearing.meter)}` : 'No steady beat'
}
