import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { VideoModel } from '@/api/catalog'
import { Field } from '@/components/ui/field'
import { TextArea } from '@/components/ui/text-area'
import { grouped } from '@/lib/grouped'
import { cx } from '@/lib/cx'
import type { Draft } from '@/lib/draft'
import { charactersLeft, type Part } from './missing'
import type { ChangeDraft } from './use-draft'

interface PromptFieldsProps {
  draft: Draft
  change: ChangeDraft
  model: VideoModel | null
  writing: boolean
  errors: Partial<Record<Part, string>>
}

/** The prompt, and what to leave out, each with what is left of the model's limit. */
export function PromptFields({ draft, change, model, writing, errors }: PromptFieldsProps) {
  const [opened, setOpened] = useState(draft.negativePrompt !== '')
  const open = opened || errors.negativePrompt !== undefined
  return (
    <div className="grid gap-3">
      <Field
        label="Prompt"
        required
        error={errors.prompt}
        aside={<Counter text={draft.prompt} model={model} />}
        hint={model?.image === 'required' ? 'The image shows what is there: say what moves, and how.' : undefined}
      >
        {(wiring) => (
          <TextArea
            {...wiring}
            data-part="prompt"
            minRows={5}
            value={draft.prompt}
            aria-busy={writing || undefined}
            onChange={(event) => change({ prompt: event.target.value })}
          />
        )}
      </Field>
      {open ? (
        <Field
          label="Leave out"
          error={errors.negativePrompt}
          aside={<Counter text={draft.negativePrompt} model={model} quiet />}
        >
          {(wiring) => (
            <TextArea
              {...wiring}
              data-part="negativePrompt"
              minRows={2}
              value={draft.negativePrompt}
              placeholder="Text, logos, extra fingers"
              onChange={(event) => change({ negativePrompt: event.target.value })}
            />
          )}
        </Field>
      ) : (
        <button
          type="button"
          className="touchable inline-flex items-center gap-1 justify-self-start rounded-md text-sm font-medium text-ink-soft hover:text-ink"
          onClick={() => setOpened(true)}
        >
          <ChevronRight aria-hidden className="size-4" />
          Say what to leave out
        </button>
      )}
    </div>
  )
}

/** Counts down only when it matters: nobody needs to know that 2,430 characters are left. */
function Counter({ text, model, quiet }: { text: string; model: VideoModel | null; quiet?: boolean }) {
  if (!model) return null
  const left = charactersLeft(text, model)
  if (quiet && left > model.promptLimit / 5) return null
  return (
    <span className={cx(left < 0 && 'font-semibold text-refused')}>
      {left < 0 ? `${grouped(-left)} too many` : `${grouped(text.length)} of ${grouped(model.promptLimit)}`}
    </span>
  )
}
