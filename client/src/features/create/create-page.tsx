import { PageHeader } from '@/components/ui/page-header'

export function CreatePage() {
  return <PageHeader title="Create" />
}
