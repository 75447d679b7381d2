import { useQuery } from '@tanstack/react-query'
import { AudioLines, Clapperboard, Contrast, Download, Keyboard, LogOut, Music4 } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { latestProjects } from '@/api/projects'
import { useAccount, useSignOut } from '@/api/session'
import { latestTracks } from '@/api/tracks'
import { Dialog } from '@/components/ui/dialog'
import { SearchList, type Choice } from '@/components/ui/search-list'
import { chooseTheme } from '@/lib/theme'
import { places } from './places'

interface Command extends Choice {
  run: () => void
}

/** Everything one can go to or do, found by typing. */
export function Palette({ onClose, onKeys }: { onClose: () => void; onKeys: () => void }) {
  const commands = useCommands(onKeys)
  const run = (value: string) => {
    onClose()
    commands.find((command) => command.value === value)?.run()
  }
  return (
    <Dialog open onOpenChange={onClose} title="Find anything" hideTitle width="md" className="overflow-hidden">
      <div className="-mx-5 -mb-5 sm:min-h-80">
        <SearchList id={useId()} label="Go to or do" placeholder="Go to or do …" choices={commands} onPick={run} />
      </div>
    </Dialog>
  )
}

/** As many videos and songs as are found by their names; the lists themselves have all of them. */
const remembered = 24

const settings = [
  ['account', 'Account and password'],
  ['appearance', 'Appearance and keys'],
  ['defaults', 'Defaults'],
  ['budgets', 'Budgets'],
  ['members', 'Members'],
  ['tokens', 'Tokens for scripts'],
  ['venice', 'Venice: key and balance'],
  ['disk', 'Disk use'],
] as const

function useCommands(onKeys: () => void): Command[] {
  const [, go] = useLocation()
  const account = useAccount()
  const signOut = useSignOut()
  const videos = useQuery(latestProjects(remembered)).data?.items ?? []
  const songs = useQuery(latestTracks(remembered)).data?.items ?? []
  const theme = (value: 'system' | 'dark' | 'light', text: string): Command => ({
    value: `theme-${value}`,
    text,
    group: 'Do',
    row: row(<Contrast aria-hidden className="size-4" />, text),
    run: () => chooseTheme(value),
  })
  return [
    ...places.map(({ path, name, icon: Icon, key }) => ({
      value: path,
      text: name,
      group: 'Go to',
      row: row(<Icon aria-hidden className="size-4" />, name, `g ${key}`),
      run: () => go(path),
    })),
    {
      value: '/projects',
      text: 'Videos',
      group: 'Go to',
      words: 'projects films storyboards',
      row: row(<Clapperboard aria-hidden className="size-4" />, 'Videos'),
      run: () => go('/projects'),
    },
    {
      value: '/exports',
      text: 'Exports',
      group: 'Go to',
      words: 'files downloads mp4 gif poster archive import open',
      row: row(<Download aria-hidden className="size-4" />, 'Exports'),
      run: () => go('/exports'),
    },
    {
      value: '/songs',
      text: 'Songs',
      group: 'Go to',
      words: 'tracks music add upload drop',
      row: row(<AudioLines aria-hidden className="size-4" />, 'Songs'),
      run: () => go('/songs'),
    },
    ...videos.map(({ id, title, standing }) => ({
      value: `/projects/${id}`,
      text: title,
      group: 'Videos',
      words: 'video film project',
      row: row(<Clapperboard aria-hidden className="size-4" />, title),
      run: () => go(`/projects/${id}/${standing.step}`),
    })),
    ...songs.map(({ id, title, artist }) => ({
      value: `/songs/${id}`,
      text: title,
      group: 'Songs',
      words: `song ${artist ?? ''}`,
      row: row(<AudioLines aria-hidden className="size-4" />, title),
      run: () => go(`/songs/${id}`),
    })),
    ...settings.map(([section, text]) => ({
      value: `/settings/${section}`,
      text,
      group: 'Settings',
      run: () => go(`/settings/${section}`),
    })),
    {
      value: '/songs/new',
      text: 'Describe a song or a spoken intro',
      group: 'Do',
      words: 'music speech voice generate',
      row: row(<Music4 aria-hidden className="size-4" />, 'Describe a song or a spoken intro'),
      run: () => go('/songs/new'),
    },
    theme('dark', 'Dark theme'),
    theme('light', 'Light theme'),
    theme('system', 'Theme of the system'),
    {
      value: 'keys',
      text: 'Keys',
      group: 'Do',
      row: row(<Keyboard aria-hidden className="size-4" />, 'Keys', '?'),
      run: onKeys,
    },
    ...(account && !account.local
      ? [
          {
            value: 'sign-out',
            text: 'Sign out',
            group: 'Do',
            row: row(<LogOut aria-hidden className="size-4" />, 'Sign out'),
            run: () => signOut.mutate(),
          },
        ]
      : []),
  ]
}

function row(icon: ReactNode, text: string, keys?: string) {
  return (
    <span className="flex min-w-0 items-center gap-2.5">
      <span className="text-ink-faint">{icon}</span>
      <span className="min-w-0 grow truncate">{text}</span>
      {keys && <kbd className="font-sans text-xs text-ink-faint">{keys}</kbd>}
    </span>
  )
}
