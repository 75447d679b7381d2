import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Schema } from '@/api/client'
import { tokens, useCreateToken, useRevokeToken } from '@/api/tokens'
import { Button } from '@/components/ui/button'
import { Confirm } from '@/components/ui/confirm'
import { CopyField } from '@/components/ui/copy-field'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { ago, day } from '@/lib/time'
import { useForm } from '@/lib/use-form'
import { Answer, Group, listClass, Section } from './section'

type Token = Schema['TokenView']

export function TokensSection() {
  const all = useQuery(tokens())
  const [revoking, setRevoking] = useState<Token | undefined>()
  return (
    <Section
      title="Tokens"
      lead="A token lets a script work as you, with your budget. It goes along as “Authorization: Bearer …”."
    >
      <NewToken />
      <Group title="Tokens in use">
        <Answer of={all} label="Loading your tokens" height="h-32">
          {(rows) =>
            rows.length === 0 ? (
              <p className="text-ink-soft">None. A script needs one; this page and the browser do not.</p>
            ) : (
              <ul className={listClass} aria-label="Tokens">
                {rows.map((token) => (
                  <TokenLine key={token.id} token={token} onRevoke={() => setRevoking(token)} />
                ))}
              </ul>
            )
          }
        </Answer>
      </Group>
      {revoking && <RevokeToken token={revoking} onClose={() => setRevoking(undefined)} />}
    </Section>
  )
}

function TokenLine({ token, onRevoke }: { token: Token; onRevoke: () => void }) {
  const used = token.lastUsedAt ? `used ${ago(token.lastUsedAt, Date.now())}` : 'never used'
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 grow">
        <p className="font-medium">{token.name}</p>
        <p className="text-sm text-ink-faint">
          <code>{token.prefix}…</code>, made {day(token.createdAt)}, {used}
        </p>
      </div>
      <Button size="sm" aria-label={`Revoke ${token.name}`} onClick={onRevoke}>
        Revoke
      </Button>
    </li>
  )
}

function NewToken() {
  const create = useCreateToken()
  const form = useForm({ name: '' }, ({ name }) => ({
    name: name.trim() ? undefined : 'Give it a name, so that you know later what uses it.',
  }))
  const make = () => form.submit(({ name }) => create.mutate(name.trim(), { onSuccess: () => form.reset() }))
  return (
    <>
      <Form label="New token" onSubmit={make} errors={form.errors} problem={create.error} fields={['name']}>
        <Field label="What is it for?" error={form.errors.name ?? create.error?.about('name')} className="max-w-md">
          {(wiring) => (
            <TextInput
              autoComplete="off"
              maxLength={80}
              placeholder="Nightly script"
              value={form.values.name}
              onChange={(event) => form.set('name', event.target.value)}
              {...wiring}
            />
          )}
        </Field>
        <div>
          <Button type="submit" look="lamp" busy={create.isPending}>
            Make a token
          </Button>
        </div>
      </Form>
      <Dialog
        open={create.data !== undefined}
        onOpenChange={() => create.reset()}
        title="Your new token"
        description="It is shown this once; the studio keeps only its fingerprint. Copy it now."
        footer={<Button onClick={() => create.reset()}>I have it</Button>}
      >
        <CopyField label={create.data?.token.name ?? 'Token'} value={create.data?.secret ?? ''} />
      </Dialog>
    </>
  )
}

function RevokeToken({ token, onClose }: { token: Token; onClose: () => void }) {
  const revoke = useRevokeToken()
  const done = () => {
    toast(`${token.name} is revoked.`)
    onClose()
  }
  return (
    <Confirm
      open
      onOpenChange={onClose}
      title={`Revoke ${token.name}?`}
      verb="Revoke"
      busy={revoke.isPending}
      problem={revoke.error}
      onConfirm={() => revoke.mutate(token.id, { onSuccess: done })}
    >
      <p>What uses it is turned away from then on. It cannot be brought back; a new token is quickly made.</p>
    </Confirm>
  )
}
