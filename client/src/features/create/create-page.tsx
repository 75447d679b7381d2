import { useQuery } from '@tanstack/react-query'
import { useAccount } from '@/api/session'
import { PageHeader } from '@/components/ui/page-header'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Loading, Skeleton } from '@/components/ui/skeleton'
import { useInSlices } from '@/lib/use-in-slices'
import { CreateForm } from './create-form'
import { createQuestions } from './questions'

/** One clip, from a theme to a price to the working strip. */
export function CreatePage() {
  const account = useAccount()
  const models = useQuery(createQuestions.models)
  const studio = useQuery(createQuestions.studio)
  const answered = useInSlices(Boolean(models.data) && Boolean(account) && !studio.isPending)
  return (
    <>
      <PageHeader title="Create" />
      {models.isError && !models.data ? (
        <ProblemNotice problem={models.error} onRetry={() => void models.refetch()} retrying={models.isFetching} />
      ) : models.data && account && answered ? (
        <CreateForm key={account.id} account={account.id} models={models.data} studio={studio.data} />
      ) : (
        <FormSkeleton />
      )}
    </>
  )
}

function FormSkeleton() {
  return (
    <Loading
      label="Loading the models"
      className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,29rem)_minmax(0,1fr)] lg:gap-10"
    >
      <div className="grid content-start gap-4">
        <Skeleton className="mt-6.5 h-18" />
        <Skeleton className="h-10 w-44" />
        <Skeleton className="mt-6.5 h-36" />
        <Skeleton className="mt-9 h-11" />
        <Skeleton className="h-64" />
      </div>
      <Skeleton className="hidden min-h-[46dvh] lg:block" />
    </Loading>
  )
}
