import { ChevronLeft, ChevronRight } from 'lucide-react'
import type { ComponentType } from 'react'
import { Link } from 'wouter'
import { useIsOwner } from '@/api/session'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { cx } from '@/lib/cx'
import { AccountSection } from './account-section'
import { AppearanceSection } from './appearance-section'
import { BudgetsSection } from './budgets-section'
import { DefaultsSection } from './defaults-section'
import { DiskSection } from './disk-section'
import { MembersSection } from './members-section'
import { TokensSection } from './tokens-section'
import { VeniceSection } from './venice-section'

interface Part {
  path: string
  name: string
  /** What is found there, for the list on a phone. */
  about: string
  ownersOnly?: boolean
  show: ComponentType
}

const parts: readonly Part[] = [
  { path: 'account', name: 'Account', about: 'Your name and password', show: AccountSection },
  { path: 'appearance', name: 'Appearance', about: 'Theme and keys, in this browser', show: AppearanceSection },
  { path: 'venice', name: 'Venice', about: 'Key, balance, how it stands', show: VeniceSection },
  { path: 'defaults', name: 'Defaults', about: 'Model, price, keeping clips', ownersOnly: true, show: DefaultsSection },
  { path: 'budgets', name: 'Budgets', about: 'What a day may cost', ownersOnly: true, show: BudgetsSection },
  { path: 'members', name: 'Members', about: 'Who may work here', ownersOnly: true, show: MembersSection },
  { path: 'tokens', name: 'Tokens', about: 'Access for scripts', show: TokensSection },
  { path: 'disk', name: 'Disk', about: 'What takes space, and freeing it', show: DiskSection },
]

/** One part beside the list of all; on a phone the list comes first and leads to each. */
export function SettingsPage({ section }: { section: string | undefined }) {
  const owner = useIsOwner()
  const open = parts.filter((part) => owner || !part.ownersOnly)
  const part = open.find((candidate) => candidate.path === (section ?? 'account'))
  return (
    <>
      <div className={cx(section && 'max-md:sr-only')}>
        <PageHeader title="Settings" />
      </div>
      <div className="grid gap-x-12 md:grid-cols-[12rem_minmax(0,44rem)]">
        <nav aria-label="Settings" className={cx(section && 'max-md:hidden')}>
          <ul className="md:sticky md:top-6 max-md:divide-y max-md:divide-edge max-md:rounded-lg max-md:border max-md:border-edge max-md:bg-raised">
            {open.map((entry) => (
              <PartLink key={entry.path} part={entry} here={entry === part} chosen={section !== undefined} />
            ))}
          </ul>
        </nav>
        <div className={cx(!section && 'max-md:hidden')}>
          <Link
            href="/settings"
            className="touchable mb-3 -ml-2 inline-flex items-center gap-1 text-sm text-ink-soft md:hidden"
          >
            <ChevronLeft aria-hidden className="size-4" />
            Settings
          </Link>
          {part ? (
            <part.show />
          ) : (
            <Notice tone="attention" title="Not here">
              These settings do not exist, or belong to the owner of the studio.
            </Notice>
          )}
        </div>
      </div>
    </>
  )
}

function PartLink({ part, here, chosen }: { part: Part; here: boolean; chosen: boolean }) {
  return (
    <li>
      <Link
        href={`/settings/${part.path}`}
        aria-current={here && chosen ? 'page' : undefined}
        className={cx(
          'touchable flex items-center gap-3 px-4 py-3 md:min-h-9 md:rounded-md md:px-3 md:py-1.5',
          here ? 'md:bg-lifted md:font-medium md:text-ink' : 'md:text-ink-soft md:hover:bg-raised md:hover:text-ink',
        )}
      >
        <span className="grid grow">
          {part.name}
          <span className="text-sm text-ink-faint md:hidden">{part.about}</span>
        </span>
        <ChevronRight aria-hidden className="size-4 text-ink-faint md:hidden" />
      </Link>
    </li>
  )
}
