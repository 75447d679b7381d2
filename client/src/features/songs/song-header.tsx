import { AudioLines, Ellipsis, Redo2, RefreshCw, Trash2, Undo2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Link, useLocation } from 'wouter'
import type { Track } from '@/api/track-types'
import { useChangeTrack, useTrackAct } from '@/api/tracks'
import { Confirm } from '@/components/ui/confirm'
import { IconButton } from '@/components/ui/icon-button'
import { Menu, MenuItem, MenuRule } from '@/components/ui/menu'
import { toast } from '@/components/ui/toast'
import { songPlayer } from '@/lib/song-player'
import { Cover } from '@/components/song/cover'
import { EditableText } from '@/components/ui/editable-text'
import type { Correcting } from './correct/use-correcting'

interface SongHeaderProps {
  track: Track
  correcting?: Correcting
  framed?: boolean
  act?: ReactNode
  /** Length, tempo, metre. */
  children: ReactNode
}

export function SongHeader({ track, correcting, framed, act, children }: SongHeaderProps) {
  const Name = framed ? 'h2' : 'h1'
  const change = useChangeTrack(track.id)
  const save = (body: { title?: string; artist?: string }) =>
    change.mutate(body, { onError: (problem) => toast(problem.message, { tone: 'refused' }) })
  return (
    <header className="mb-5 grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-4 gap-y-2 sm:gap-y-0.5">
      <Cover track={track} className="size-16 sm:row-span-2 sm:size-24" />
      <div className="grid min-w-0 sm:gap-0.5">
        <Name className="display min-w-0 text-xl sm:text-3xl">
          <EditableText
            label="Title"
            value={track.title}
            onSave={(title) => save({ title })}
            className="py-0.5 pointer-coarse:-my-1.5"
          />
        </Name>
        <div className="text-ink-soft">
          <EditableText
            label="Artist"
            value={track.artist ?? ''}
            placeholder="Add the artist"
            optional
            onSave={(artist) => save({ artist })}
            className="pointer-coarse:-my-1.5"
          />
        </div>
      </div>
      <div className="flex shrink-0">
        {correcting && (
          <span className="hidden sm:flex">
            <UndoButtons correcting={correcting} />
          </span>
        )}
        <SongMenu track={track} />
      </div>
      <div className="col-span-full flex flex-wrap items-center justify-between gap-x-4 gap-y-3 sm:col-span-2 sm:col-start-2 sm:row-start-2">
        {children}
        {act}
      </div>
    </header>
  )
}

export function UndoButtons({ correcting }: { correcting: Correcting }) {
  return (
    <>
      <IconButton icon={Undo2} label="Undo" off={!correcting.canUndo} onClick={correcting.undo} />
      <IconButton icon={Redo2} label="Redo" off={!correcting.canRedo} onClick={correcting.redo} />
    </>
  )
}

function SongMenu({ track }: { track: Track }) {
  const [asking, setAsking] = useState(false)
  const act = useTrackAct(track.id)
  const [, go] = useLocation()
  const listen = () => act.mutate('listen', { onError: (problem) => toast(problem.message, { tone: 'refused' }) })
  const remove = () =>
    act.mutate('delete', {
      onSuccess: () => {
        if (songPlayer.now.song?.id === track.id) songPlayer.unload()
        toast(`“${track.title}” was deleted.`)
        go('/')
      },
    })
  return (
    <>
      <Menu label="The song" trigger={<IconButton icon={Ellipsis} label="More about this song" />}>
        <MenuItem icon={RefreshCw} off={track.state === 'listening' || track.state === 'waiting'} onSelect={listen}>
          Listen again
        </MenuItem>
        <MenuItem icon={AudioLines} onSelect={() => go('/songs')}>
          All songs
        </MenuItem>
        <MenuRule />
        <MenuItem icon={Trash2} danger onSelect={() => setAsking(true)}>
          Delete the song
        </MenuItem>
      </Menu>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={`Delete “${track.title}”?`}
        verb="Delete the song"
        onConfirm={remove}
        busy={act.isPending}
        problem={act.error}
      >
        <p>The file, what was heard in it, your corrections and its lyrics go. Clips that you made stay.</p>
      </Confirm>
    </>
  )
}

export function BackToSongs() {
  return (
    <Link
      href="/songs"
      className="touchable mb-3 inline-flex items-center text-sm text-ink-faint underline-offset-4 hover:text-ink hover:underline"
    >
      Songs
    </Link>
  )
}
