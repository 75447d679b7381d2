import type { Shot } from '@/api/board'
import { cx } from '@/lib/cx'
import { mediaUrl } from '@/lib/media-url'
import type { ShotStills } from './shot-state'
import type { Storyboard } from './use-storyboard'

/** Every picture that this shot ever had; a press brings one back. */
export function StillVersions({ desk, shot, stills }: { desk: Storyboard; shot: Shot; stills: ShotStills }) {
  const pictures = stills.all.filter((still) => still.media)
  if (pictures.length < 2) return null
  return (
    <ul aria-label="Versions of the still" className="flex gap-1.5 overflow-x-auto pb-1">
      {pictures.map((still, index) => {
        const id = still.media?.id ?? ''
        const shown = id === shot.stillId
        return (
          <li key={still.id} className="shrink-0">
            <button
              type="button"
              aria-pressed={shown}
              disabled={shot.locked}
              aria-label={`Version ${index + 1}${still.sentence ? `: ${still.sentence}` : ''}`}
              onClick={() => !shown && void desk.acts.change({ kind: 'still', shotId: shot.id, stillId: id })}
              className={cx(
                'block h-14 overflow-hidden rounded-sm border-2',
                shown ? 'border-lamp-ink' : 'border-transparent opacity-75 hover:opacity-100',
              )}
            >
              <img src={mediaUrl(id)} alt="" loading="lazy" className="h-full w-auto" />
            </button>
          </li>
        )
      })}
    </ul>
  )
}
