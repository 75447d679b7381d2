import { useDecideSound, type Sound } from '@/api/sounds'
import type { Lyrics } from '@/api/track-types'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { StateMark } from '@/components/ui/state-mark'
import { SoundQuestion } from '../sound-question'
import { useOpenRecognition } from './use-open-recognition'

/** How the recognition stands, where there is something to know about it. */
export function RecognitionNotice({ track, lyrics }: { track: string; lyrics: Lyrics }) {
  const { recognition } = lyrics
  const open = useOpenRecognition(track, lyrics)
  if (!recognition) return null
  if (recognition.state === 'working') {
    return (
      <p role="status" className="flex flex-wrap items-center gap-x-3">
        <StateMark tone="working">Listening to the words</StateMark>
        <span className="text-sm text-ink-faint">You can leave this page; they will be here.</span>
      </p>
    )
  }
  if (open === undefined) return null
  if (open) return <Question order={open} />
  if (recognition.state === 'failed') {
    return (
      <Notice role="alert" tone="refused" title="The words were not recognised">
        {recognition.sentence ?? 'Venice did not give any words back. Try again, or paste them.'}
      </Notice>
    )
  }
  if (recognition.trusted) return null
  return (
    <Notice tone="attention" title="The recognised words repeat themselves oddly">
      {recognition.sentence ??
        'Machines invent repetitions where nobody sings. Read them against the song, and paste the real words if you have them.'}
    </Notice>
  )
}

function Question({ order }: { order: Sound }) {
  const decide = useDecideSound(order.id)
  return (
    <>
      <SoundQuestion sound={order} what="recognition" decide={decide} />
      {decide.isError && <ProblemNotice problem={decide.error} />}
    </>
  )
}
