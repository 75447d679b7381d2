import { PageHeader } from '@/components/ui/page-header'

export function SettingsPage({ section }: { section: string | undefined }) {
  return <PageHeader title="Settings">{section}</PageHeader>
}
