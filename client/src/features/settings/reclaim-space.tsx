import { useState } from 'react'
import { useReclaim, type DiskUsage } from '@/api/disk'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { formatBytes } from '@/lib/bytes'
import { useForm } from '@/lib/use-form'
import { Group } from './section'

type Asked = { what: 'unused' } | { what: 'clips'; days: number }

/** Two ways to make room. Both say what is lost before anything is. */
export function ReclaimSpace({ usage }: { usage: DiskUsage }) {
  const [asked, setAsked] = useState<Asked | undefined>()
  return (
    <Group title="Make room">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-lg border border-edge bg-raised px-4 py-4">
        <p className="max-w-prose">
          {usage.unusedFiles === 0
            ? 'Every uploaded picture and sound is in use.'
            : `${usage.unusedFiles} uploaded files, ${formatBytes(usage.unusedBytes)}, belong to no order.`}
        </p>
        {usage.unusedFiles > 0 && <Button onClick={() => setAsked({ what: 'unused' })}>Delete unused uploads</Button>}
      </div>
      {usage.videos > 0 && <OldClips onAsk={(days) => setAsked({ what: 'clips', days })} />}
      {asked && <ConfirmReclaim asked={asked} usage={usage} onClose={() => setAsked(undefined)} />}
    </Group>
  )
}

function OldClips({ onAsk }: { onAsk: (days: number) => void }) {
  const { values, errors, set, submit } = useForm({ days: '90' }, ({ days }) => ({
    days: /^\d{1,4}$/.test(days.trim()) && Number(days) >= 1 ? undefined : 'Give a whole number of days from 1.',
  }))
  return (
    <Form
      label="Delete old clips"
      onSubmit={() => submit(({ days }) => onAsk(Number(days)))}
      errors={errors}
      className="rounded-lg border border-edge bg-raised px-4 py-4"
    >
      <Field label="Delete clips older than, days" error={errors.days}>
        {(wiring) => (
          <div className="flex flex-wrap gap-3">
            <TextInput
              inputMode="numeric"
              className="max-w-28"
              value={values.days}
              onChange={(event) => set('days', event.target.value)}
              {...wiring}
            />
            <Button type="submit">Delete old clips …</Button>
          </div>
        )}
      </Field>
    </Form>
  )
}

function ConfirmReclaim({ asked, usage, onClose }: { asked: Asked; usage: DiskUsage; onClose: () => void }) {
  const reclaim = useReclaim()
  const body =
    asked.what === 'unused'
      ? { unused: true, clipsOlderThanDays: null }
      : { unused: false, clipsOlderThanDays: asked.days }
  const confirm = () =>
    reclaim.mutate(body, {
      onSuccess: ({ bytes, files }) => {
        toast(files === 0 ? 'There was nothing to delete.' : `${files} files deleted, ${formatBytes(bytes)} freed.`)
        onClose()
      },
    })
  return (
    <Confirm
      open
      onOpenChange={onClose}
      title={asked.what === 'unused' ? 'Delete unused uploads?' : `Delete clips older than ${asked.days} days?`}
      verb={asked.what === 'unused' ? `Delete ${usage.unusedFiles} files` : 'Delete the clips'}
      busy={reclaim.isPending}
      problem={reclaim.error}
      onConfirm={confirm}
    >
      {asked.what === 'unused' ? (
        <p>
          Uploads that wait in an unsent form go too, and would have to be chosen again. Finished clips are not touched.
        </p>
      ) : (
        <p>
          They are gone for good, also for those who made them, and were paid for. Download what should be kept first.
        </p>
      )}
    </Confirm>
  )
}
