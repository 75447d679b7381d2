import { Field } from '@/components/ui/field'
import { PasswordInput } from '@/components/ui/password-input'
import { TextInput } from '@/components/ui/text-input'
import { passwordHint } from '@/lib/account-checks'

interface NewAccountFieldsProps {
  name: string
  password: string
  said: (field: 'name' | 'password') => string | undefined
  set: (field: 'name' | 'password', value: string) => void
}

/** What every new account chooses for itself. */
export function NewAccountFields({ name, password, said, set }: NewAccountFieldsProps) {
  return (
    <>
      <Field label="Your name" error={said('name')} hint="Shown beside what you order.">
        {(wiring) => (
          <TextInput
            autoComplete="name"
            maxLength={80}
            value={name}
            onChange={(event) => set('name', event.target.value)}
            {...wiring}
          />
        )}
      </Field>
      <Field label="Password" error={said('password')} hint={passwordHint}>
        {(wiring) => (
          <PasswordInput
            autoComplete="new-password"
            maxLength={200}
            value={password}
            onChange={(event) => set('password', event.target.value)}
            {...wiring}
          />
        )}
      </Field>
    </>
  )
}
