import { Download, Keyboard, LogOut } from 'lucide-react'
import { Link } from 'wouter'
import { useAccount, useSignOut } from '@/api/session'
import { Dialog } from '@/components/ui/dialog'
import { morePlaces } from './places'

/** What did not fit the phone's bar. */
export function MoreSheet({ onClose, onKeys }: { onClose: () => void; onKeys: () => void }) {
  const account = useAccount()
  const signOut = useSignOut()
  const row = 'flex min-h-12 w-full items-center gap-3 rounded-md px-2 text-left hover:bg-lifted'
  return (
    <Dialog open onOpenChange={onClose} title="More" shape="sheet" width="sm">
      <ul className="-mx-2">
        {morePlaces.map(({ path, name, icon: Icon }) => (
          <li key={path}>
            <Link href={path} onClick={onClose} className={row}>
              <Icon aria-hidden className="size-5" />
              {name}
            </Link>
          </li>
        ))}
        <li>
          <Link href="/exports" onClick={onClose} className={row}>
            <Download aria-hidden className="size-5" />
            Exports
          </Link>
        </li>
        <li className="hidden pointer-fine:block">
          <button
            type="button"
            className={row}
            onClick={() => {
              onClose()
              onKeys()
            }}
          >
            <Keyboard aria-hidden className="size-5" />
            Keys
          </button>
        </li>
        {account && !account.local && (
          <li className="mt-2 border-t border-edge pt-2">
            <button type="button" className={row} onClick={() => signOut.mutate()}>
              <LogOut aria-hidden className="size-5" />
              Sign out {account.name}
            </button>
          </li>
        )}
      </ul>
    </Dialog>
  )
}
