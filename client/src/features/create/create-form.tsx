import { useEffect, useState } from 'react'
import type { VideoModel } from '@/api/catalog'
import type { StudioSettings } from '@/api/settings'
import { Segmented } from '@/components/ui/segmented'
import { Switch } from '@/components/ui/switch'
import { toast } from '@/components/ui/toast'
import { changes, fitted } from '@/lib/fitted'
import { AudioChooser, AudioSlot } from './audio-slot'
import { placeFor, useFileIntake } from './file-intake'
import { GenerateBar } from './generate-bar'
import { ImageSlots } from './image-slots'
import { firstModel } from '@/components/models/model-list'
import { ModelPicker } from '@/components/models/model-picker'
import { heldBy } from './order'
import { OrderOutcome } from './order-outcome'
import { PromptFields } from './prompt-fields'
import { SettingChoices } from './setting-choices'
import { Stage } from './stage'
import { ThemeBox } from './theme-box'
import { useDraft } from './use-draft'
import { useGenerate } from './use-generate'
import { usePromptWriter } from './use-prompt-writer'
import { useUploads } from './use-uploads'
import { WorkingStrip } from './working-strip'

interface CreateFormProps {
  account: string
  models: readonly VideoModel[]
  studio: StudioSettings | undefined
}

export function CreateForm({ account, models, studio }: CreateFormProps) {
  const [draft, change] = useDraft(account)
  const model = draft.model
    ? (models.find((one) => one.id === draft.model) ?? null)
    : firstModel(models, studio?.defaultModel)
  const writer = usePromptWriter(change)
  const uploads = useUploads(change)
  const [sound, setSound] = useState<File | null>(null)
  const [notes, setNotes] = useState<readonly string[]>([])
  const generate = useGenerate({ draft, model, writing: writer.writing, uploads: uploads.all })
  const { errors } = generate

  const pick = (id: string) => {
    const next = models.find((one) => one.id === id)
    setNotes(model && next ? changes(draft, heldBy(draft), model, next) : [])
    change({ model: id })
  }
  const hovering = useFileIntake((files) => {
    for (const file of files) {
      const slot = model && placeFor(file, model, draft)
      if (!slot)
        toast(`${model?.name ?? 'This model'} has no place for ${file.name}. Another model may take it.`, {
          tone: 'refused',
        })
      else if (slot === 'audio') setSound(file)
      else uploads.send(slot, file)
    }
  })
  useModelKept(draft.model, model, change)

  return (
    <div
      data-hovering={hovering || undefined}
      className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,29rem)_minmax(0,1fr)] lg:gap-10 data-hovering:[&_[data-part]]:border-lamp-ink"
    >
      <div className="grid min-w-0 grid-cols-1 content-start gap-6">
        <ThemeBox draft={draft} change={change} model={model} writer={writer} />
        <PromptFields draft={draft} change={change} model={model} writing={writer.writing} errors={errors} />
        <ModelPicker
          models={models}
          model={model}
          onPick={pick}
          error={errors.model}
          notes={notes}
          onNotesRead={() => setNotes([])}
        />
        {model && (
          <>
            <ImageSlots model={model} draft={draft} change={change} uploads={uploads} errors={errors} />
            <AudioSlot
              model={model}
              media={draft.audio}
              uploads={uploads}
              error={errors.audio}
              onFile={setSound}
              onRemove={() => change({ audio: null })}
            />
            <SettingChoices model={model} draft={draft} change={change} />
          </>
        )}
        <Segmented
          label="Variations"
          showLabel
          value={String(draft.variations)}
          onChange={(count) => change({ variations: Number(count) })}
          segments={['1', '2', '3', '4'].map((count) => ({ value: count, label: count }))}
        />
        <Switch
          label="Clean up at Venice"
          hint="Deletes the clip there once it is safe here."
          checked={draft.cleanUp ?? studio?.cleanUpByDefault ?? false}
          onChange={(cleanUp) => change({ cleanUp })}
        />
        <GenerateBar
          variations={draft.variations}
          price={generate.price}
          sending={generate.sending}
          missing={generate.shown}
          onGenerate={generate.press}
          onFocus={generate.focus}
        >
          {generate.problem && (
            <OrderOutcome
              problem={generate.problem}
              at={generate.problemAt}
              variations={draft.variations}
              onPrice={generate.orderAt}
              onAgain={generate.press}
              onDismiss={generate.dismiss}
            />
          )}
        </GenerateBar>
      </div>
      <div className="grid min-w-0 grid-cols-1 content-start gap-8 lg:sticky lg:top-9 lg:self-start">
        <Stage ratio={model && fitted(draft, model).aspectRatio} />
        <WorkingStrip />
      </div>
      <AudioChooser file={sound} uploads={uploads} onClose={() => setSound(null)} />
    </div>
  )
}

/** The model that the form began with is written into the draft, so that it is the same one after a reload. */
function useModelKept(chosen: string | null, model: VideoModel | null, change: ReturnType<typeof useDraft>[1]) {
  useEffect(() => {
    if (chosen === null && model) change({ model: model.id })
  }, [chosen, model, change])
}
