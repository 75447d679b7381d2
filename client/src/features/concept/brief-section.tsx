import type { CutPace, Platform } from '@/api/projects'
import { Segmented } from '@/components/ui/segmented'
import { BudgetField } from './budget-field'
import { ConceptSection } from './concept-section'
import { PictureList } from './picture-list'
import { useSetters } from './use-setters'
import type { Concept } from './use-saves'
import { WordsField } from './words-field'

const platforms: readonly { value: Platform; label: React.ReactNode; name: string }[] = [
  { value: 'wide', name: 'Wide, 16 to 9, for YouTube', label: <Shape shape="h-3 w-5" text="16:9 YouTube" /> },
  {
    value: 'tall',
    name: 'Tall, 9 to 16, for TikTok and Reels',
    label: <Shape shape="h-5 w-3" text="9:16 TikTok, Reels" />,
  },
  { value: 'square', name: 'Square, 1 to 1', label: <Shape shape="size-4" text="1:1 Square" /> },
]

const paces: readonly { value: CutPace; label: string }[] = [
  { value: 'calm', label: 'Calm' },
  { value: 'easy', label: 'Easy' },
  { value: 'steady', label: 'Steady' },
  { value: 'lively', label: 'Lively' },
  { value: 'frantic', label: 'Frantic' },
]

/** What the film should be, in the creator's words. */
export function BriefSection({ concept }: { concept: Concept }) {
  const { brief, change, project } = concept
  const set = useSetters(
    'brief',
    ['theme', 'mood', 'performers', 'platform', 'pace', 'mustHave', 'neverShow', 'referenceIds', 'questions'],
    change,
  )
  return (
    <ConceptSection title="Brief" hint="Say it the way you would tell a friend. The director reads it as it stands.">
      <WordsField
        label="What is the film about?"
        placeholder="Two sisters row home through the flooded city on the last night of carnival …"
        value={brief.theme}
        limit={10_000}
        rows={5}
        onChange={set.theme}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <WordsField
          label="Mood"
          placeholder="Tender, a little dangerous"
          value={brief.mood}
          limit={500}
          onChange={set.mood}
        />
        <WordsField
          label="Who performs?"
          placeholder="The singer alone; or nobody"
          value={brief.performers}
          limit={1_000}
          onChange={set.performers}
        />
      </div>
      <Segmented
        label="Where will it be seen?"
        showLabel
        value={brief.platform}
        onChange={set.platform}
        segments={platforms}
      />
      <Segmented
        label="Pace of the cuts"
        showLabel
        value={brief.pace}
        onChange={set.pace}
        segments={paces}
        hint="Loud sections are cut faster than quiet ones, at any pace."
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <WordsField
          label="Must be in it"
          placeholder="The red boat, once"
          value={brief.mustHave}
          limit={2_000}
          rows={2}
          onChange={set.mustHave}
        />
        <WordsField
          label="Never show"
          placeholder="Logos, text, crowds"
          value={brief.neverShow}
          limit={2_000}
          rows={2}
          onChange={set.neverShow}
        />
      </div>
      <PictureList
        label="Pictures that show the direction"
        one="direction picture"
        ids={brief.referenceIds}
        most={8}
        onChange={(how) => change('brief', (now) => ({ ...now, referenceIds: how(now.referenceIds) }))}
      />
      <BudgetField project={project} />
    </ConceptSection>
  )
}

function Shape({ shape, text }: { shape: string; text: string }) {
  return (
    <>
      <span aria-hidden className={`rounded-[2px] border-2 border-current ${shape}`} />
      {text}
    </>
  )
}
