import { useSignIn } from '@/api/session'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { PasswordInput } from '@/components/ui/password-input'
import { TextInput } from '@/components/ui/text-input'
import { checkEmail } from '@/lib/account-checks'
import { useForm } from '@/lib/use-form'
import { Door } from './door'

export function SignInPage() {
  const signIn = useSignIn()
  const { values, errors, set, submit } = useForm({ email: '', password: '' }, ({ email, password }) => ({
    email: checkEmail(email),
    password: password ? undefined : 'Give your password.',
  }))
  const said = (field: 'email' | 'password') => errors[field] ?? signIn.error?.about(field)

  return (
    <Door title="Sign in">
      <Form
        onSubmit={() => submit((body) => signIn.mutate(body))}
        errors={errors}
        problem={signIn.error}
        fields={['email', 'password']}
      >
        <Field label="Email" error={said('email')}>
          {(wiring) => (
            <TextInput
              type="email"
              autoComplete="username"
              autoCapitalize="none"
              value={values.email}
              onChange={(event) => set('email', event.target.value)}
              {...wiring}
            />
          )}
        </Field>
        <Field label="Password" error={said('password')}>
          {(wiring) => (
            <PasswordInput
              autoComplete="current-password"
              value={values.password}
              onChange={(event) => set('password', event.target.value)}
              {...wiring}
            />
          )}
        </Field>
        <Button type="submit" look="lamp" size="lg" busy={signIn.isPending} className="mt-2">
          Sign in
        </Button>
      </Form>
      <p className="mt-6 text-sm text-ink-faint">
        Accounts come by invitation: ask the owner of this studio. A forgotten password is replaced where the studio
        runs, with <code>./studio password</code> and your email.
      </p>
    </Door>
  )
}
