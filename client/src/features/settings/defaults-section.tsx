import { useQuery } from '@tanstack/react-query'
import { videoModels } from '@/api/catalog'
import { settings, useChangeSettings, type StudioSettings } from '@/api/settings'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { Switch } from '@/components/ui/switch'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { useForm } from '@/lib/use-form'
import { Answer, Section } from './section'

/** What holds for every order unless its creator says otherwise. */
export function DefaultsSection() {
  const now = useQuery(settings())
  return (
    <Section title="Defaults" lead="They hold for everybody. Whoever makes a clip can still choose otherwise.">
      <Answer of={now} label="Loading the defaults" height="h-96">
        {(values) => <DefaultsForm now={values} />}
      </Answer>
    </Section>
  )
}

function DefaultsForm({ now }: { now: StudioSettings }) {
  const change = useChangeSettings()
  const first = {
    defaultModel: now.defaultModel ?? '',
    cleanUpByDefault: now.cleanUpByDefault,
    tolerance: String(now.priceTolerancePercent),
    keepDays: now.keepClipsDays == null ? '' : String(now.keepClipsDays),
  }
  const { values, errors, set, submit } = useForm(first, ({ tolerance, keepDays }) => ({
    tolerance: whole(tolerance, 0, 100) === undefined ? 'Give a whole number of percent from 0 to 100.' : undefined,
    keepDays:
      keepDays.trim() !== '' && whole(keepDays, 1, 3650) === undefined
        ? 'Give a whole number of days from 1 to 3650, or leave it empty.'
        : undefined,
  }))
  const save = () =>
    submit((wanted) =>
      change.mutate(
        {
          defaultModel: wanted.defaultModel || null,
          cleanUpByDefault: wanted.cleanUpByDefault,
          priceTolerancePercent: whole(wanted.tolerance, 0, 100) ?? now.priceTolerancePercent,
          keepClipsDays: whole(wanted.keepDays, 1, 3650) ?? null,
        },
        { onSuccess: () => toast('The defaults are saved.') },
      ),
    )
  return (
    <Form onSubmit={save} errors={errors} problem={change.error} className="gap-7">
      <ModelField value={values.defaultModel} onChange={(model) => set('defaultModel', model)} />
      <Field
        label="Price tolerance, percent"
        error={errors.tolerance}
        hint="When Venice asks for more than the price on the button by over this much, the order stops and asks."
      >
        {(wiring) => (
          <TextInput
            inputMode="numeric"
            className="max-w-32"
            value={values.tolerance}
            onChange={(event) => set('tolerance', event.target.value)}
            {...wiring}
          />
        )}
      </Field>
      <Field
        label="Keep clips for, days"
        error={errors.keepDays}
        hint="Empty keeps them for ever. Older clips are deleted from this studio for good."
      >
        {(wiring) => (
          <TextInput
            inputMode="numeric"
            className="max-w-32"
            placeholder="for ever"
            value={values.keepDays}
            onChange={(event) => set('keepDays', event.target.value)}
            {...wiring}
          />
        )}
      </Field>
      <Switch
        label="Clean up at Venice"
        hint="Once a clip is safe in this studio, delete Venice’s copy of it."
        checked={values.cleanUpByDefault}
        onChange={(on) => set('cleanUpByDefault', on)}
      />
      <div>
        <Button type="submit" look="lamp" busy={change.isPending}>
          Save the defaults
        </Button>
      </div>
    </Form>
  )
}

function ModelField({ value, onChange }: { value: string; onChange: (model: string) => void }) {
  const models = useQuery(videoModels())
  const choices = [
    { value: '', text: 'The first that fits' },
    ...(models.data ?? []).map((model) => ({
      value: model.id,
      text: model.name,
      words: model.id,
      off: !model.available,
    })),
  ]
  return (
    <Field label="Model" hint={models.isError ? models.error.message : 'What Create opens with for somebody new.'}>
      {(wiring) => (
        <Combobox
          label="Model"
          value={value}
          shown={choices.some((choice) => choice.value === value) ? undefined : value}
          onChange={onChange}
          choices={choices}
          {...wiring}
        />
      )}
    </Field>
  )
}

function whole(text: string, least: number, most: number): number | undefined {
  if (!/^\d+$/.test(text.trim())) return undefined
  const value = Number(text)
  return value >= least && value <= most ? value : undefined
}
