import { useEffect, useState } from 'react'
import { useChangeProject, type Project } from '@/api/projects'
import { Field } from '@/components/ui/field'
import { MoneyInput } from '@/components/ui/money-input'

/** The most that this video may cost; the studio holds it, also with forty shots ordered at once. */
export function BudgetField({ project }: { project: Project }) {
  const change = useChangeProject(project.id)
  const [typed, setTyped] = useState<number | null | undefined>(project.budget ?? null)
  const [touched, setTouched] = useState(false)
  const budget = project.budget ?? null
  const { mutate } = change

  useEffect(() => {
    if (!touched || typed === undefined || typed === budget) return
    const timer = setTimeout(() => mutate({ budget: typed ?? 0 }), 700)
    return () => clearTimeout(timer)
  }, [touched, typed, budget, mutate])

  return (
    <Field
      label="Budget"
      aside="optional"
      className="sm:max-w-60"
      error={typed === undefined ? 'An amount in dollars, like 40 or 12.50.' : change.error?.message}
      hint="Stills, clips and words of this video never cost more than this."
    >
      {(wiring) => (
        <MoneyInput
          {...wiring}
          value={budget}
          placeholder="No limit"
          onChange={(amount) => {
            setTouched(true)
            setTyped(amount)
          }}
        />
      )}
    </Field>
  )
}
