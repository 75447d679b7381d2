import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { members, type MemberRow } from '@/api/members'
import { useAccount } from '@/api/session'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { formatMoney } from '@/lib/money'
import { ChangeMemberDialog } from './change-member-dialog'
import { Invitations } from './invitations'
import { Answer, Group, listClass, Section } from './section'

export function MembersSection() {
  const all = useQuery(members())
  const [changing, setChanging] = useState<MemberRow | undefined>()
  return (
    <Section
      title="Members"
      lead="Everybody sees and pays for their own clips; owners also see the money and these settings."
    >
      <Group>
        <Answer of={all} label="Loading the members" height="h-40">
          {(rows) => (
            <ul className={listClass} aria-label="Members">
              {rows.map((member) => (
                <MemberLine key={member.id} member={member} onChange={() => setChanging(member)} />
              ))}
            </ul>
          )}
        </Answer>
      </Group>
      {all.data && <Invitations />}
      {changing && <ChangeMemberDialog member={changing} onClose={() => setChanging(undefined)} />}
    </Section>
  )
}

function MemberLine({ member, onChange }: { member: MemberRow; onChange: () => void }) {
  const account = useAccount()
  const { dailyBudget } = member
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_auto_auto]">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {member.name}
          {member.id === account?.id && <Badge>You</Badge>}
          {member.role === 'owner' && <Badge>Owner</Badge>}
          {member.disabled && <Badge className="text-attention">Closed</Badge>}
        </p>
        <p className="text-sm break-all text-ink-faint">{member.email}</p>
      </div>
      <p className="text-sm text-ink-soft max-sm:order-last max-sm:col-span-2">
        {dailyBudget == null ? 'Budget as everybody' : `${formatMoney(dailyBudget)} a day`}
      </p>
      <Button size="sm" aria-label={`Change ${member.name}`} onClick={onChange}>
        Change
      </Button>
    </li>
  )
}
