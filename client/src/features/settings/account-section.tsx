import { useState } from 'react'
import { useAccount, useChangeName, useChangePassword, useSignOut, type Account } from '@/api/session'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PasswordInput } from '@/components/ui/password-input'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { checkName, checkNewPassword, passwordHint } from '@/lib/account-checks'
import { useForm } from '@/lib/use-form'
import { Group, Section } from './section'

export function AccountSection() {
  const account = useAccount()
  const signOut = useSignOut()
  if (!account) return null
  return (
    <Section
      title="Account"
      lead={
        account.local
          ? 'This studio listens on this computer only, so you are signed in without a password.'
          : `Signed in as ${account.email}, ${account.role === 'owner' ? 'an owner' : 'a member'} of this studio.`
      }
    >
      <NameForm account={account} />
      {!account.local && (
        <>
          <PasswordForm />
          <Group title="This browser" lead="Orders under way go on without you.">
            <div>
              <Button busy={signOut.isPending} onClick={() => signOut.mutate()}>
                Sign out
              </Button>
            </div>
          </Group>
        </>
      )}
    </Section>
  )
}

function NameForm({ account }: { account: Account }) {
  const change = useChangeName()
  const { values, errors, set, submit } = useForm({ name: account.name }, ({ name }) => ({ name: checkName(name) }))
  const save = () =>
    submit(({ name }) => change.mutate(name.trim(), { onSuccess: () => toast('Your name is changed.') }))
  return (
    <Form label="Your name" onSubmit={save} errors={errors} problem={change.error} fields={['name']}>
      <Field
        label="Your name"
        error={errors.name ?? change.error?.about('name')}
        hint="Shown beside what you order."
        className="max-w-md"
      >
        {(wiring) => (
          <TextInput
            autoComplete="name"
            maxLength={80}
            value={values.name}
            onChange={(event) => set('name', event.target.value)}
            {...wiring}
          />
        )}
      </Field>
      <div>
        <Button type="submit" busy={change.isPending}>
          Save the name
        </Button>
      </div>
    </Form>
  )
}

const blank = { current: '', next: '' }

function PasswordForm() {
  const change = useChangePassword()
  const [saved, setSaved] = useState(0)
  const form = useForm(blank, ({ current, next }) => ({
    current: current ? undefined : 'Give the password that you have now.',
    next: checkNewPassword(next),
  }))
  const said = (field: keyof typeof blank) => form.errors[field] ?? change.error?.about(field)
  const save = () =>
    form.submit((body) =>
      change.mutate(body, {
        onSuccess: () => {
          form.reset()
          setSaved(saved + 1)
          toast('Your password is changed. Other browsers are signed out.')
        },
      }),
    )
  return (
    <Group title="Password" lead="Changing it signs out every other browser and device.">
      <Form
        key={saved}
        label="Password"
        onSubmit={save}
        errors={form.errors}
        problem={change.error}
        fields={Object.keys(blank)}
      >
        <Field label="Current password" error={said('current')} className="max-w-md">
          {(wiring) => (
            <PasswordInput
              autoComplete="current-password"
              value={form.values.current}
              onChange={(event) => form.set('current', event.target.value)}
              {...wiring}
            />
          )}
        </Field>
        <Field label="New password" error={said('next')} hint={passwordHint} className="max-w-md">
          {(wiring) => (
            <PasswordInput
              autoComplete="new-password"
              maxLength={200}
              value={form.values.next}
              onChange={(event) => form.set('next', event.target.value)}
              {...wiring}
            />
          )}
        </Field>
        <div>
          <Button type="submit" busy={change.isPending}>
            Change the password
          </Button>
        </div>
      </Form>
    </Group>
  )
}
