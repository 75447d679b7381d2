import { ArrowRight } from 'lucide-react'
import { useState } from 'react'
import { useLocation } from 'wouter'
import { useAccount } from '@/api/session'
import { Button } from '@/components/ui/button'
import { keepDraft, loadDraft } from '@/lib/draft'

/** A theme in a few words, taken to Create. Nothing is ordered by it. */
export function BeginClip() {
  const [theme, setTheme] = useState('')
  const [, go] = useLocation()
  const account = useAccount()
  const begin = () => {
    // The draft is what Create opens with; everything else in it stays as it was left.
    if (account && theme.trim()) keepDraft(account.id, { ...loadDraft(account.id), theme: theme.trim() })
    go('/create')
  }
  return (
    <form
      className="flex max-w-3xl flex-col gap-2.5 sm:flex-row"
      onSubmit={(event) => {
        event.preventDefault()
        begin()
      }}
    >
      <input
        type="text"
        aria-label="A theme for a clip"
        maxLength={4000}
        placeholder="A canal at dusk, lamps coming on one by one …"
        value={theme}
        onChange={(event) => setTheme(event.target.value)}
        className="control min-h-12 w-full min-w-0 px-4 sm:text-lg"
      />
      <Button type="submit" size="lg">
        Begin a clip
        <ArrowRight aria-hidden className="size-5" />
      </Button>
    </form>
  )
}
