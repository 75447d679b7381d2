import { useQuery } from '@tanstack/react-query'
import { PenLine, Square, Undo2 } from 'lucide-react'
import type { VideoModel } from '@/api/catalog'
import { promptPrice } from '@/api/prompts'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { TextArea } from '@/components/ui/text-area'
import type { Draft } from '@/lib/draft'
import { fitted } from '@/lib/fitted'
import { formatMoney } from '@/lib/money'
import type { ChangeDraft } from './use-draft'
import type { PromptWriter } from './use-prompt-writer'

interface ThemeBoxProps {
  draft: Draft
  change: ChangeDraft
  model: VideoModel | null
  writer: PromptWriter
}

/** A few words about the clip, and the button that turns them into a prompt. */
export function ThemeBox({ draft, change, model, writer }: ThemeBoxProps) {
  const price = useQuery(promptPrice())
  const ready = draft.theme.trim() !== '' && model !== null
  const write = () => {
    if (!ready) return
    const hasImage = model.image !== 'no' && draft.image !== null
    writer.write(
      { theme: draft.theme.trim(), model: model.id, duration: fitted(draft, model).duration, hasImage },
      draft.prompt,
    )
  }
  return (
    <div className="grid gap-2.5">
      <Field label="Theme" aside="optional">
        {(wiring) => (
          <TextArea
            {...wiring}
            minRows={2}
            maxLength={4000}
            value={draft.theme}
            placeholder="Cyberpunk canal at dusk, slow boat, neon in the water"
            onChange={(event) => change({ theme: event.target.value })}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) write()
            }}
          />
        )}
      </Field>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        {writer.writing ? (
          <Button onClick={writer.stop}>
            <Square aria-hidden className="size-4" />
            Stop writing
          </Button>
        ) : (
          <Button off={!ready} onClick={write}>
            <PenLine aria-hidden className="size-4" />
            Write the prompt
          </Button>
        )}
        {writer.replaced !== null && (
          <Button look="quiet" size="sm" onClick={writer.undo}>
            <Undo2 aria-hidden className="size-4" />
            Bring the old prompt back
          </Button>
        )}
        <p role="status" className="text-sm text-ink-faint">
          {hint(writer, draft.theme, model, price.data?.most)}
        </p>
      </div>
      {writer.problem ? <ProblemNotice problem={writer.problem} onRetry={write} /> : null}
    </div>
  )
}

function hint(writer: PromptWriter, theme: string, model: VideoModel | null, most?: number): string {
  if (writer.writing) return 'Writing …'
  if (theme.trim() === '') return 'A theme becomes a prompt that you can edit.'
  if (!model) return 'Choose a model first: the prompt is written for it.'
  if (writer.lastCost !== undefined) return `The last one cost ${formatMoney(writer.lastCost)}.`
  return most === undefined ? '' : `Writing costs at most ${formatMoney(most)}.`
}
