import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { invitationOffer, useAccount, useJoin } from '@/api/session'
import { Button, buttonClass } from '@/components/ui/button'
import { Form } from '@/components/ui/form'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { checkName, checkNewPassword } from '@/lib/account-checks'
import { day } from '@/lib/time'
import { useForm } from '@/lib/use-form'
import { Door } from './door'
import { NewAccountFields } from './new-account-fields'

/** Where an invitation leads. Its secret stands after the #, which browsers keep to themselves. */
export function JoinPage() {
  const [token] = useState(() => location.hash.slice(1))
  const offer = useQuery({ ...invitationOffer(token), enabled: token !== '' })

  if (token === '' || offer.isError) {
    return (
      <Door title="Join the studio">
        {token === '' ? (
          <Notice tone="attention" title="This link is not whole">
            Open the invitation’s link again, or copy all of it: it ends in a long code after a #.
          </Notice>
        ) : (
          <ProblemNotice problem={offer.error} onRetry={() => void offer.refetch()} retrying={offer.isFetching} />
        )}
        <Link href="/" className={buttonClass('quiet', 'md', 'mt-4')}>
          Go to the studio
        </Link>
      </Door>
    )
  }
  if (!offer.data) {
    return (
      <Door title="Join the studio">
        <Loading label="Opening the invitation" className="grid gap-4">
          <Skeleton className="h-16" />
          <Skeleton className="h-20" />
          <Skeleton className="h-20" />
        </Loading>
      </Door>
    )
  }

  const { invitedBy, email, role, expiresAt } = offer.data
  return (
    <Door
      key="offer"
      title="Join the studio"
      lead={
        <>
          {invitedBy} invites <strong className="font-semibold text-ink">{email}</strong> as{' '}
          {role === 'owner' ? 'an owner' : 'a member'}. The invitation holds until {day(expiresAt)}.
        </>
      }
    >
      <JoinForm token={token} email={email} />
    </Door>
  )
}

function JoinForm({ token, email }: { token: string; email: string }) {
  const join = useJoin()
  const account = useAccount()
  const [, go] = useLocation()
  const { values, errors, set, submit } = useForm({ name: '', password: '' }, ({ name, password }) => ({
    name: checkName(name),
    password: checkNewPassword(password),
  }))
  const said = (field: 'name' | 'password') => errors[field] ?? join.error?.about(field)
  const send = (body: typeof values) => join.mutate({ ...body, token }, { onSuccess: () => go('/', { replace: true }) })

  return (
    <Form onSubmit={() => submit(send)} errors={errors} problem={join.error} fields={['name', 'password']}>
      {account && (
        <Notice tone="attention">
          You are signed in as {account.name}. Joining makes a new account and goes on with that one.
        </Notice>
      )}
      {/* Password keepers file the new password under the name in this field. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <NewAccountFields name={values.name} password={values.password} said={said} set={set} />
      <Button type="submit" look="lamp" size="lg" busy={join.isPending} className="mt-2">
        Join
      </Button>
    </Form>
  )
}
