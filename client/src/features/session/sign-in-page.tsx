import { PageHeader } from '@/components/ui/page-header'

export function SignInPage() {
  return <PageHeader title="SignIn" />
}
