import { useQuery } from '@tanstack/react-query'
import { ImageUp } from 'lucide-react'
import { useRef, useState } from 'react'
import type { Shot } from '@/api/board'
import { uploadImage } from '@/api/library'
import { useRehearsal } from '@/api/session'
import { stillsQuote, useOrderStills, useOwnStill, type StillsWanted } from '@/api/stills'
import { FileInput } from '@/components/ui/file-input'
import { Button } from '@/components/ui/button'
import { PriceButton } from '@/components/ui/price-button'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { newId } from '@/lib/ids'
import { imageTypes } from '@/lib/image-files'
import { hasWords } from './shot-state'
import { StillFace } from './still-face'
import { StillVersions } from './still-versions'
import type { Storyboard } from './use-storyboard'

interface StillPanelProps {
  desk: Storyboard
  shot: Shot
  /** Words that are still being typed go first: the picture is drawn from them. */
  before: () => Promise<boolean>
}

/** The picture of a shot: look at it, draw it, change it by a sentence, bring your own, take an earlier one. */
export function StillPanel({ desk, shot, before }: StillPanelProps) {
  const { project, stillsOfShot } = desk
  const stills = stillsOfShot(shot.id)
  const drawable = !shot.locked && !shot.sameAs
  const [variants, setVariants] = useState(1)
  // Several at once are a choice for one order, not a habit that the next one pays for.
  const once = () => setVariants(1)
  return (
    <section aria-label="Still" className="grid gap-3">
      <StillFace desk={desk} shot={shot} stills={stills} />
      <StillVersions desk={desk} shot={shot} stills={stills} />
      {drawable && (
        <>
          <div className="flex flex-wrap items-center gap-2">
            {(hasWords(shot.words) || shot.stillUrl) && <Variants value={variants} onChange={setVariants} />}
            {hasWords(shot.words) && (
              <DrawButton
                project={project.id}
                wanted={{ shotIds: [shot.id], variants }}
                verb={variants > 1 ? `Draw ${variants} versions` : shot.stillUrl ? 'Draw another' : 'Draw it'}
                before={before}
                onOrdered={once}
              />
            )}
            <OwnPicture project={project.id} shot={shot} />
          </div>
          {shot.stillUrl && (
            <EditBySentence project={project.id} shot={shot} variants={variants} before={before} onOrdered={once} />
          )}
        </>
      )}
    </section>
  )
}

const counts = [1, 2, 3, 4]

/** How many versions the next order draws side by side, for one price. */
function Variants({ value, onChange }: { value: number; onChange: (count: number) => void }) {
  return (
    <Select
      aria-label="Versions to draw"
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
      className="w-33"
    >
      {counts.map((count) => (
        <option key={count} value={count}>
          {count === 1 ? '1 version' : `${count} versions`}
        </option>
      ))}
    </Select>
  )
}

interface DrawButtonProps {
  project: string
  wanted: StillsWanted
  verb: string
  before: () => Promise<boolean>
  off?: boolean
  onOrdered?: () => void
}

function DrawButton({ project, wanted, verb, before, off, onOrdered }: DrawButtonProps) {
  const rehearsal = useRehearsal()
  // An edit costs the same whatever it says: its words are left out of the question, which is then asked once.
  const asked = wanted.sentence === undefined ? wanted : { ...wanted, sentence: 'another way' }
  const quote = useQuery(stillsQuote(project, asked))
  const order = useOrderStills(project)
  const press = async () => {
    if (!(await before())) return
    order.mutate(
      { order: { ...wanted, shownEach: quote.data?.each ?? 0 }, key: newId() },
      {
        onSuccess: () => onOrdered?.(),
        onError: (problem) => toast(problem.message, { tone: 'refused' }),
      },
    )
  }
  return (
    <PriceButton
      verb={verb}
      size="sm"
      look="plain"
      price={quote.data?.total}
      stale={quote.isFetching}
      rehearsal={rehearsal}
      off={!quote.data || off}
      busy={order.isPending}
      onClick={() => void press()}
    />
  )
}

interface EditBySentenceProps {
  project: string
  shot: Shot
  variants: number
  before: () => Promise<boolean>
  onOrdered: () => void
}

function EditBySentence({ project, shot, variants, before, onOrdered }: EditBySentenceProps) {
  const [sentence, setSentence] = useState('')
  return (
    <div role="group" aria-label="Change the still" className="flex flex-wrap gap-2">
      <TextInput
        aria-label="What should be different in the picture?"
        placeholder="Change it: make it night"
        value={sentence}
        maxLength={1_000}
        onChange={(event) => setSentence(event.target.value)}
        className="min-w-40 grow basis-40"
      />
      <DrawButton
        project={project}
        wanted={{ shotIds: [shot.id], variants, sentence: sentence.trim() }}
        verb={variants > 1 ? `Change in ${variants} ways` : 'Change'}
        before={before}
        off={!sentence.trim()}
        onOrdered={() => {
          setSentence('')
          onOrdered()
        }}
      />
    </div>
  )
}

function OwnPicture({ project, shot }: { project: string; shot: Shot }) {
  const input = useRef<HTMLInputElement>(null)
  const own = useOwnStill(project)
  const [sending, setSending] = useState<number | null>(null)
  const send = async (file: File) => {
    setSending(0)
    try {
      const media = await uploadImage(file, setSending, new AbortController().signal)
      await own.mutateAsync({ shotId: shot.id, mediaId: media.id })
    } catch (thrown) {
      toast(thrown instanceof Error ? thrown.message : 'The picture did not arrive.', { tone: 'refused' })
    } finally {
      setSending(null)
    }
  }
  return (
    <>
      <Button size="sm" look="quiet" busy={sending !== null} onClick={() => input.current?.click()}>
        {sending === null && <ImageUp aria-hidden className="size-4" />}
        {sending === null ? 'My own picture' : `Sending ${Math.round(sending * 100)} %`}
      </Button>
      <FileInput ref={input} part="own-still" accept={imageTypes} onFiles={([file]) => file && void send(file)} />
    </>
  )
}
