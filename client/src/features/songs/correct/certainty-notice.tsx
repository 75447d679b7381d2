import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { certaintyOf } from '../facts'
import type { Desk } from '../use-desk'
import type { SongActs } from '../use-song-acts'
import { beatIsTouched } from './beat-changes'
import type { Tapping } from './use-tapping'

/** Says when the beat is in doubt, and what to do about it. Silent once a person has corrected it. */
export function CertaintyNotice({ desk, acts, tapping }: { desk: Desk; acts: SongActs; tapping: Tapping }) {
  const { hearing, correcting } = desk
  const certainty = certaintyOf(hearing)
  if (beatIsTouched(correcting.now) || tapping.on) return null
  if (certainty === 'none') {
    return (
      <Notice
        tone="attention"
        title="No steady beat was heard"
        actions={
          <Button size="sm" onClick={tapping.start}>
            Tap the tempo
          </Button>
        }
      >
        Rain, speech or free playing has none, and that is fine: cuts then follow the sections. If you hear a beat, tap
        along while the song plays.
      </Notice>
    )
  }
  if (certainty !== 'low') return null
  return (
    <Notice
      tone="attention"
      title="The beat is a guess"
      actions={
        <>
          <Button size="sm" onClick={acts.halve}>
            ÷2
          </Button>
          <Button size="sm" onClick={acts.double}>
            ×2
          </Button>
          <Button size="sm" onClick={tapping.start}>
            Tap the tempo
          </Button>
        </>
      }
    >
      Turn the click on and listen. If it runs twice too fast or too slow, halve or double it; if it does not fit at
      all, tap along.
    </Notice>
  )
}
