import { PageHeader } from '@/components/ui/page-header'

export function SpendPage() {
  return <PageHeader title="Spend" />
}
