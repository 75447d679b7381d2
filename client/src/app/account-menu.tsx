import { Keyboard, LogOut, MonitorCog, UserRound } from 'lucide-react'
import { useLocation } from 'wouter'
import { useAccount, useSignOut } from '@/api/session'
import { Menu, MenuItem, MenuRule } from '@/components/ui/menu'
import { askFor } from './shortcuts'

export function AccountMenu() {
  const account = useAccount()
  const signOut = useSignOut()
  const [, go] = useLocation()
  if (!account) return null
  return (
    <Menu
      label="Account"
      side="right"
      trigger={
        <button
          type="button"
          className="grid w-full justify-items-center gap-1 rounded-lg py-2 text-xs text-ink-faint hover:bg-raised hover:text-ink"
        >
          <span
            aria-hidden
            className="grid size-7 place-items-center rounded-full border border-edge-strong bg-raised font-semibold text-ink uppercase"
          >
            {account.name.slice(0, 1)}
          </span>
          <span className="w-full truncate px-0.5 text-center">{account.name.split(' ')[0]}</span>
          <span className="sr-only">, account menu</span>
        </button>
      }
    >
      <div className="px-2.5 py-1.5 text-sm">
        <p className="font-semibold">{account.name}</p>
        <p className="text-ink-faint">{account.local ? 'Signed in on this computer' : account.email}</p>
      </div>
      <MenuRule />
      <MenuItem icon={UserRound} onSelect={() => go('/settings/account')}>
        Account
      </MenuItem>
      <MenuItem icon={MonitorCog} onSelect={() => go('/settings/appearance')}>
        Appearance
      </MenuItem>
      <MenuItem icon={Keyboard} onSelect={() => askFor('keys')}>
        Keys
      </MenuItem>
      {!account.local && (
        <MenuItem icon={LogOut} onSelect={() => signOut.mutate()}>
          Sign out
        </MenuItem>
      )}
    </Menu>
  )
}
