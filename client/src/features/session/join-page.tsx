import { PageHeader } from '@/components/ui/page-header'

export function JoinPage() {
  return <PageHeader title="Join" />
}
