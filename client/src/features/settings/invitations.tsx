import { useQuery } from '@tanstack/react-query'
import { invitations, useInvite, useWithdrawInvitation, type Invitation, type Role } from '@/api/members'
import { Button } from '@/components/ui/button'
import { CopyField } from '@/components/ui/copy-field'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Segmented } from '@/components/ui/segmented'
import { TextInput } from '@/components/ui/text-input'
import { toast } from '@/components/ui/toast'
import { checkEmail } from '@/lib/account-checks'
import { day } from '@/lib/time'
import { useForm } from '@/lib/use-form'
import { Answer, Group, listClass } from './section'

/** Invites by a link that the owner hands on: the studio sends no mail. */
export function Invitations() {
  const pending = useQuery(invitations())
  return (
    <Group title="Invite somebody" lead="You get a link to hand on yourself; nothing is mailed.">
      <InviteForm />
      <Answer of={pending} label="Loading the invitations" height="h-16">
        {(rows) =>
          rows.length > 0 && (
            <ul className={listClass} aria-label="Open invitations">
              {rows.map((row) => (
                <InvitationLine key={row.id} row={row} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Group>
  )
}

const blank: { email: string; role: Role } = { email: '', role: 'member' }

function InviteForm() {
  const invite = useInvite()
  const form = useForm(blank, ({ email }) => ({ email: checkEmail(email) }))
  const link = invite.data && `${location.origin}/join#${invite.data.token}`
  const send = () =>
    form.submit((body) => invite.mutate({ ...body, email: body.email.trim() }, { onSuccess: () => form.reset() }))
  return (
    <>
      <Form label="Invite somebody" onSubmit={send} errors={form.errors} problem={invite.error} fields={['email']}>
        <Field label="Email" error={form.errors.email ?? invite.error?.about('email')} className="max-w-md">
          {(wiring) => (
            <TextInput
              type="email"
              autoComplete="off"
              autoCapitalize="none"
              value={form.values.email}
              onChange={(event) => form.set('email', event.target.value)}
              {...wiring}
            />
          )}
        </Field>
        <Segmented
          label="Role"
          showLabel
          value={form.values.role}
          onChange={(role) => form.set('role', role)}
          segments={[
            { value: 'member', label: 'Member' },
            { value: 'owner', label: 'Owner' },
          ]}
        />
        <div>
          <Button type="submit" look="lamp" busy={invite.isPending}>
            Make the invitation
          </Button>
        </div>
      </Form>
      <Dialog
        open={link !== undefined}
        onOpenChange={() => invite.reset()}
        title="The invitation is made"
        description={`Hand this link to ${invite.data?.invitation.email ?? 'them'}. It is shown this once.`}
        footer={<Button onClick={() => invite.reset()}>I have it</Button>}
      >
        <CopyField
          label="Link"
          value={link ?? ''}
          hint={invite.data ? `Holds until ${day(invite.data.invitation.expiresAt)}, for one person.` : ''}
        />
      </Dialog>
    </>
  )
}

function InvitationLine({ row }: { row: Invitation }) {
  const withdraw = useWithdrawInvitation()
  return (
    <li className="grid gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 grow">
          <p className="break-all">{row.email}</p>
          <p className="text-sm text-ink-faint">
            {row.role === 'owner' ? 'Owner' : 'Member'}, holds until {day(row.expiresAt)}
          </p>
        </div>
        <Button
          size="sm"
          aria-label={`Withdraw the invitation of ${row.email}`}
          busy={withdraw.isPending}
          onClick={() =>
            withdraw.mutate(row.id, { onSuccess: () => toast(`The invitation of ${row.email} holds no longer.`) })
          }
        >
          Withdraw
        </Button>
      </div>
      {withdraw.error && <ProblemNotice problem={withdraw.error} />}
    </li>
  )
}
