import { PageHeader } from '@/components/ui/page-header'

export function QueuePage() {
  return <PageHeader title="Queue" />
}
