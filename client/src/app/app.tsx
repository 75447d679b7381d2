import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { createQueries } from '@/api/queries'
import { Toasts } from '@/components/ui/toast'
import { ErrorBoundary } from './error-boundary'
import { Gate } from './gate'

export function App() {
  const [queries] = useState(createQueries)
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queries}>
        <Gate />
        <Toasts />
      </QueryClientProvider>
    </ErrorBoundary>
  )
}
