import { PageHeader } from '@/components/ui/page-header'

export function SetUpPage() {
  return <PageHeader title="SetUp" />
}
