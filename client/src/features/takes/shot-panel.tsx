import { Columns2, PenLine, Repeat, X } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import type { Shot } from '@/api/board'
import { Button, buttonClass } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { StateMark } from '@/components/ui/state-mark'
import { fineClock } from '@/lib/fine-clock'
import { songPlayer, useSongPlayer } from '@/lib/song-player'
import { lazyPart } from '@/lib/lazy-part'
import { FootageDrop } from './footage-drop'
import { RenderButton } from './render-button'
import { isFilmed, isGood, stateOfShot } from './take-state'
import { TakeRow } from './take-row'
import type { TakesDesk } from './use-takes'

const Compare = lazyPart(() => import('./compare-takes').then((file) => file.CompareTakes))

/** One shot: everything that it could show, and getting more. */
export function ShotPanel({ desk, shot }: { desk: TakesDesk; shot: Shot }) {
  const { project, openShot, takesOfShot } = desk
  const [comparing, setComparing] = useState(false)
  const takes = takesOfShot(shot.id)
  const { tone, word } = stateOfShot(shot, takes)
  const good = takes.all.filter(isGood)
  return (
    <div className="grid grid-cols-1 gap-4">
      <header className="flex items-start justify-between gap-2">
        <div className="grid gap-0.5">
          <h2 className="display text-xl">Shot {shot.number}</h2>
          <p className="text-sm text-ink-faint">
            {fineClock(shot.start)} to {fineClock(shot.end)}
          </p>
          <StateMark tone={tone}>{word}</StateMark>
        </div>
        <span className="flex">
          <LoopButton shot={shot} />
          <IconButton icon={X} label="Close the shot" onClick={() => openShot(null)} />
        </span>
      </header>
      <p className="text-sm text-ink-soft">{[shot.words.picture, shot.words.action].filter(Boolean).join(' ')}</p>

      <section aria-label={`Takes of shot ${shot.number}`} className="grid grid-cols-1 gap-2">
        <div className="flex min-h-8 items-center justify-between gap-2">
          <h3 className="font-semibold">Takes</h3>
          {good.length > 1 && (
            <Button size="sm" onClick={() => setComparing(true)}>
              <Columns2 aria-hidden className="size-4" />
              Compare over the song
            </Button>
          )}
        </div>
        {takes.all.length === 0 ? (
          <p className="rounded-md border border-dashed border-edge-strong px-3 py-4 text-sm text-ink-soft">
            {nothingWords(shot)}
          </p>
        ) : (
          <ul className="grid grid-cols-1 gap-2">
            {takes.all.map((take, index) => (
              <TakeRow key={take.id} desk={desk} shot={shot} take={take} name={`Take ${index + 1}`} />
            ))}
          </ul>
        )}
      </section>

      {isFilmed(shot) && (
        <div className="flex flex-wrap gap-2">
          {shot.approved ? (
            <RenderButton
              project={project.id}
              wanted={{ scope: 'selected', shotIds: [shot.id] }}
              verb={() => (takes.all.length > 0 ? 'One more take' : 'Film it')}
              // A shot that is filmed needs nothing more.
              look={good.length > 0 ? 'plain' : 'lamp'}
              size="md"
            />
          ) : (
            <p className="text-sm text-ink-soft">It has to be approved on the storyboard before it is filmed.</p>
          )}
          <Link href={`/projects/${project.id}/storyboard?shot=${shot.number}`} className={buttonClass('quiet')}>
            <PenLine aria-hidden className="size-4" />
            Change the shot
          </Link>
        </div>
      )}
      <FootageDrop project={project.id} shot={shot} />
      {comparing && <Compare desk={desk} shot={shot} onClose={() => setComparing(false)} />}
    </div>
  )
}

function nothingWords(shot: Shot): string {
  if (shot.sameAs)
    return 'It shows the footage of another shot, which costs nothing. Footage of its own would replace that.'
  if (shot.movingStill) return 'It shows its still, which moves slowly and costs nothing.'
  return 'Nothing was filmed for this shot yet.'
}

/** Plays the shot's stretch of the song again and again. */
function LoopButton({ shot }: { shot: Shot }) {
  const { loop } = useSongPlayer()
  const on = loop !== null && Math.abs(loop.start - shot.start) < 0.01
  return (
    <IconButton
      icon={Repeat}
      label={on ? 'Stop looping this shot' : 'Loop this shot'}
      aria-pressed={on}
      look={on ? 'plain' : 'quiet'}
      onClick={() => {
        songPlayer.setLoop(on ? null : { start: shot.start, end: shot.end })
        if (!on) songPlayer.play()
      }}
    />
  )
}
