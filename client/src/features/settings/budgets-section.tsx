import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { settings, useChangeSettings, type StudioSettings } from '@/api/settings'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { MoneyInput } from '@/components/ui/money-input'
import { toast } from '@/components/ui/toast'
import { useForm } from '@/lib/use-form'
import { Answer, Section } from './section'

export function BudgetsSection() {
  const now = useQuery(settings())
  return (
    <Section
      title="Budgets"
      lead="An order that would pass a budget is not sent, and says what it would have cost. Days begin at midnight UTC; money promised to orders under way counts."
    >
      <Answer of={now} label="Loading the budgets" height="h-64">
        {(values) => <BudgetsForm now={values} />}
      </Answer>
      <p className="text-sm text-ink-faint">
        One member’s own budget is set under{' '}
        <Link href="/settings/members" className="text-lamp-ink underline underline-offset-2">
          Members
        </Link>
        .
      </p>
    </Section>
  )
}

/** Undefined: what was typed is no amount. */
interface Budgets {
  studioDailyBudget: number | null | undefined
  memberDailyBudget: number | null | undefined
}

const noAmount = 'Give an amount in dollars, like 25 or 12.50, or leave it empty for no limit.'

function BudgetsForm({ now }: { now: StudioSettings }) {
  const change = useChangeSettings()
  const first: Budgets = {
    studioDailyBudget: now.studioDailyBudget ?? null,
    memberDailyBudget: now.memberDailyBudget ?? null,
  }
  const { errors, set, submit } = useForm<Budgets>(first, (typed) => ({
    studioDailyBudget: typed.studioDailyBudget === undefined ? noAmount : undefined,
    memberDailyBudget: typed.memberDailyBudget === undefined ? noAmount : undefined,
  }))
  const said = (field: keyof Budgets) => errors[field] ?? change.error?.about(field)
  const save = () =>
    submit(({ studioDailyBudget = null, memberDailyBudget = null }) =>
      change.mutate({ studioDailyBudget, memberDailyBudget }, { onSuccess: () => toast('The budgets are saved.') }),
    )
  return (
    <Form onSubmit={save} errors={errors} problem={change.error} fields={Object.keys(first)} className="gap-7">
      <Field label="The whole studio, a day" error={said('studioDailyBudget')} hint="Empty: no limit.">
        {(wiring) => (
          <MoneyInput
            className="max-w-48"
            value={first.studioDailyBudget ?? null}
            onChange={(amount) => set('studioDailyBudget', amount)}
            {...wiring}
          />
        )}
      </Field>
      <Field label="Each member, a day" error={said('memberDailyBudget')} hint="Empty: no limit of their own.">
        {(wiring) => (
          <MoneyInput
            className="max-w-48"
            value={first.memberDailyBudget ?? null}
            onChange={(amount) => set('memberDailyBudget', amount)}
            {...wiring}
          />
        )}
      </Field>
      <div>
        <Button type="submit" look="lamp" busy={change.isPending}>
          Save the budgets
        </Button>
      </div>
    </Form>
  )
}
