import { Scissors } from 'lucide-react'
import { useState } from 'react'
import { useFit, type FitPlan, type Plan } from '@/api/projects'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { Form } from '@/components/ui/form'
import { MoneyInput } from '@/components/ui/money-input'
import { Notice } from '@/components/ui/notice'
import { toast } from '@/components/ui/toast'
import { formatMoney } from '@/lib/money'
import { totalOf } from './plan-figures'
import type { Concept } from './use-saves'

/** Up to three plans under a sum; what each gives up is said before one is taken. */
export function FitToBudget({ concept, plan }: { concept: Concept; plan: Plan }) {
  const [open, setOpen] = useState(false)
  const over = concept.project.budget != null && totalOf(plan) > concept.project.budget
  return (
    <>
      <Button size="sm" look={over ? 'lamp' : 'plain'} onClick={() => setOpen(true)}>
        <Scissors aria-hidden className="size-4" />
        Fit it to my budget
      </Button>
      {open && <FitDialog concept={concept} plan={plan} onClose={() => setOpen(false)} />}
    </>
  )
}

function FitDialog({ concept, plan, onClose }: { concept: Concept; plan: Plan; onClose: () => void }) {
  const { project, change, flush } = concept
  const fit = useFit(project.id)
  const [under, setUnder] = useState<number | null | undefined>(project.budget ?? null)
  const [tried, setTried] = useState(false)
  const ask = () => {
    setTried(true)
    if (under) void flush().then(() => fit.mutate(under))
  }
  const use = (chosen: FitPlan) => {
    const before = concept.plan
    change('plan', () => chosen.plan)
    onClose()
    toast('The plan was changed.', { action: { label: 'Undo', run: () => change('plan', () => before) } })
  }
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Fit it to my budget"
      description={`The plan as it is comes to ${formatMoney(totalOf(plan))}.`}
    >
      <Form onSubmit={ask} problem={fit.error} label="Budget to fit">
        <div className="flex items-end gap-2">
          <Field
            label="Not more than"
            className="grow"
            error={tried && !under ? 'An amount in dollars, like 12.' : undefined}
          >
            {(wiring) => <MoneyInput {...wiring} value={under ?? null} onChange={setUnder} />}
          </Field>
          <Button type="submit" busy={fit.isPending}>
            Show plans
          </Button>
        </div>
      </Form>
      <div role="status" className="mt-5 grid gap-3">
        {fit.data?.plans.length === 0 && (
          <Notice tone="attention" title="No plan is that cheap">
            {fit.data.note ?? `The cheapest film of this song comes to ${formatMoney(fit.data.cheapest)}.`}
          </Notice>
        )}
        {fit.data && fit.data.plans.length > 0 && (
          <ol aria-label="Plans" className="grid gap-3">
            {fit.data.plans.map((one) => (
              <FitCard key={one.sentence} plan={one} onUse={() => use(one)} />
            ))}
          </ol>
        )}
      </div>
    </Dialog>
  )
}

function FitCard({ plan, onUse }: { plan: FitPlan; onUse: () => void }) {
  const { preview } = plan
  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 rounded-lg border border-edge px-4 py-3">
      <div className="grid min-w-0 grow basis-56 gap-0.5">
        <p className="text-lg font-semibold">{formatMoney(totalOf(preview))}</p>
        <p className="text-sm text-ink-soft">{plan.sentence}</p>
        <p className="text-xs text-ink-faint">
          {preview.shots.length === 1 ? '1 shot' : `${preview.shots.length} shots`} · paid{' '}
          {Math.round(preview.paidSeconds)} s, used {Math.round(preview.usedSeconds)} s
        </p>
      </div>
      <Button size="sm" look="lamp" onClick={onUse}>
        Take this plan
      </Button>
    </li>
  )
}
