import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useChangeMember, type MemberRow, type Role } from '@/api/members'
import { settings } from '@/api/settings'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { MoneyInput } from '@/components/ui/money-input'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Segmented } from '@/components/ui/segmented'
import { Switch } from '@/components/ui/switch'
import { toast } from '@/components/ui/toast'
import { formatMoney } from '@/lib/money'

type BudgetKind = 'default' | 'own'

/** What an owner can change about a member: role, budget, whether the account is open. */
export function ChangeMemberDialog({ member, onClose }: { member: MemberRow; onClose: () => void }) {
  const form = useId()
  const change = useChangeMember()
  const { data: defaults } = useQuery(settings())
  const [role, setRole] = useState<Role>(member.role)
  const [kind, setKind] = useState<BudgetKind>(member.dailyBudget == null ? 'default' : 'own')
  const [own, setOwn] = useState<number | null | undefined>(member.dailyBudget)
  const [open, setOpen] = useState(!member.disabled)
  const [tried, setTried] = useState(false)
  const usual = defaults?.memberDailyBudget == null ? 'no limit' : formatMoney(defaults.memberDailyBudget)
  const wrong = kind === 'own' && own == null ? 'Give an amount in dollars, like 5 or 12.50.' : undefined

  const save = () => {
    setTried(true)
    if (wrong) return
    const budget = kind === 'default' ? { useDefaultBudget: true } : { dailyBudget: own ?? null }
    change.mutate(
      { id: member.id, role, disabled: !open, ...budget },
      {
        onSuccess: () => {
          toast(`${member.name} is changed.`)
          onClose()
        },
      },
    )
  }

  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={member.name}
      description={member.email}
      width="sm"
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            Cancel
          </Button>
          <Button look="lamp" type="submit" form={form} busy={change.isPending}>
            Save
          </Button>
        </>
      }
    >
      <form
        id={form}
        noValidate
        className="grid gap-6 pt-1"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <Segmented
          label="Role"
          showLabel
          value={role}
          onChange={setRole}
          segments={[
            { value: 'member', label: 'Member' },
            { value: 'owner', label: 'Owner' },
          ]}
        />
        <Segmented
          label="Daily budget"
          showLabel
          value={kind}
          onChange={setKind}
          segments={[
            { value: 'default', label: `As everybody: ${usual}` },
            { value: 'own', label: 'Their own' },
          ]}
        />
        {kind === 'own' && (
          <Field label="Own budget, a day" error={tried ? wrong : undefined}>
            {(wiring) => (
              <MoneyInput className="max-w-48" value={member.dailyBudget ?? null} onChange={setOwn} {...wiring} />
            )}
          </Field>
        )}
        <Switch
          label="Account is open"
          hint="Closed, they cannot sign in and their tokens stop working. Clips stay, and what is paid is still collected."
          checked={open}
          onChange={setOpen}
        />
        {change.error && <ProblemNotice problem={change.error} />}
      </form>
    </Dialog>
  )
}
