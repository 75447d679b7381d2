import { useQuery } from '@tanstack/react-query'
import { BookmarkPlus, Palette, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { lookKits, useDeleteKit, useSaveKit, type LookKit } from '@/api/looks'
import type { Look } from '@/api/projects'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { IconButton } from '@/components/ui/icon-button'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { useForm } from '@/lib/use-form'

/** Looks kept under a name: take one, or keep this one. */
export function LookKits({ look, onUse }: { look: Look; onUse: (look: Look) => void }) {
  const [open, setOpen] = useState<'use' | 'keep' | null>(null)
  const use = (kit: LookKit) => {
    setOpen(null)
    onUse(kit.look)
    toast(`The look is “${kit.name}” now.`, { action: { label: 'Undo', run: () => onUse(look) } })
  }
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" onClick={() => setOpen('use')}>
        <Palette aria-hidden className="size-4" />
        Use a kit
      </Button>
      <Button size="sm" look="quiet" onClick={() => setOpen('keep')}>
        <BookmarkPlus aria-hidden className="size-4" />
        Keep as a kit
      </Button>
      {open === 'use' && <KitList onUse={use} onClose={() => setOpen(null)} />}
      {open === 'keep' && <KeepKit look={look} onClose={() => setOpen(null)} />}
    </div>
  )
}

function KitList({ onUse, onClose }: { onUse: (kit: LookKit) => void; onClose: () => void }) {
  const kits = useQuery(lookKits())
  const remove = useDeleteKit()
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Your looks"
      description="Taking one replaces what is written under Look here. The kit itself stays as it is."
      width="sm"
    >
      {kits.isError && <ProblemNotice problem={kits.error} onRetry={() => void kits.refetch()} />}
      {kits.data?.length === 0 && (
        <p className="text-ink-soft">None yet. Write a look you like, then keep it as a kit for the next video.</p>
      )}
      <ul aria-label="Looks" className="grid gap-1">
        {kits.data?.map((kit) => (
          <li key={kit.id} className="flex items-center gap-1">
            <button
              type="button"
              onClick={() => onUse(kit)}
              className="touchable grid min-w-0 grow rounded-md px-3 py-2 text-left hover:bg-lifted"
            >
              <span className="font-medium">{kit.name}</span>
              <span className="truncate text-sm text-ink-faint">
                {[kit.look.style, kit.look.palette].filter(Boolean).join(' · ') || 'No words'}
              </span>
            </button>
            <IconButton icon={Trash2} label={`Delete ${kit.name}`} onClick={() => remove.mutate(kit.id)} />
          </li>
        ))}
      </ul>
      {remove.error && <ProblemNotice problem={remove.error} className="mt-3" />}
    </Dialog>
  )
}

function KeepKit({ look, onClose }: { look: Look; onClose: () => void }) {
  const kits = useQuery(lookKits())
  const save = useSaveKit()
  const form = useForm({ name: '' }, ({ name }) => (name.trim() ? {} : { name: 'Give it a name.' }))
  const same = kits.data?.find((kit) => kit.name.toLowerCase() === form.values.name.trim().toLowerCase())
  const send = () =>
    form.submit(({ name }) =>
      save.mutate(
        { ...(same ? { id: same.id } : {}), name: name.trim(), look },
        {
          onSuccess: (kit) => {
            toast(`Kept as “${kit.name}”.`)
            onClose()
          },
        },
      ),
    )
  return (
    <Dialog open onOpenChange={onClose} title="Keep this look" width="sm">
      <Form onSubmit={send} errors={form.errors} problem={save.error} fields={['name']}>
        <Field
          label="Name"
          error={form.errors.name ?? save.error?.about('name')}
          hint={same ? 'There is a kit of that name: this one takes its place.' : undefined}
        >
          {(wiring) => (
            <TextInput
              {...wiring}
              maxLength={80}
              value={form.values.name}
              onChange={(event) => form.set('name', event.target.value)}
            />
          )}
        </Field>
        <Button type="submit" look="lamp" busy={save.isPending}>
          {same ? 'Replace the kit' : 'Keep it'}
        </Button>
      </Form>
    </Dialog>
  )
}
