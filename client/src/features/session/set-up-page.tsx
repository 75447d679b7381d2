import { useSetUp } from '@/api/session'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { TextInput } from '@/components/ui/text-input'
import { checkEmail, checkName, checkNewPassword } from '@/lib/account-checks'
import { useForm } from '@/lib/use-form'
import { Door } from './door'
import { NewAccountFields } from './new-account-fields'

const blank = { code: '', email: '', name: '', password: '' }

/** The first visit: whoever can read the server's output becomes the owner. */
export function SetUpPage() {
  const setUp = useSetUp()
  const { values, errors, set, submit } = useForm(blank, ({ code, email, name, password }) => ({
    code: code.trim() ? undefined : 'Give the code that the studio printed when it started.',
    email: checkEmail(email),
    name: checkName(name),
    password: checkNewPassword(password),
  }))
  const said = (field: keyof typeof blank) => errors[field] ?? setUp.error?.about(field)

  return (
    <Door
      title="Set up your studio"
      lead="You are the first one here. Make the owner’s account; members are invited later, from the settings."
    >
      <Form
        onSubmit={() => submit((body) => setUp.mutate({ ...body, code: body.code.trim(), email: body.email.trim() }))}
        errors={errors}
        problem={setUp.error}
        fields={Object.keys(blank)}
      >
        <Field
          label="Set-up code"
          error={said('code')}
          hint="Printed where the studio was started; on Railway, in the deployment’s log."
        >
          {(wiring) => (
            <TextInput
              autoComplete="one-time-code"
              autoCapitalize="none"
              spellCheck={false}
              maxLength={64}
              value={values.code}
              onChange={(event) => set('code', event.target.value)}
              {...wiring}
            />
          )}
        </Field>
        <Field label="Email" error={said('email')} hint="To sign in with. Nothing is sent to it.">
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
        <NewAccountFields name={values.name} password={values.password} said={said} set={set} />
        <Button type="submit" look="lamp" size="lg" busy={setUp.isPending} className="mt-2">
          Open the studio
        </Button>
      </Form>
    </Door>
  )
}
