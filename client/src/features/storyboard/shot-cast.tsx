import type { Shot } from '@/api/board'
import type { Storyboard } from './use-storyboard'

/** Who and what of the cast is in the shot. */
export function ShotCast({ desk, shot }: { desk: Storyboard; shot: Shot }) {
  const { acts, project } = desk
  if (project.cast.length === 0) return null
  const toggle = (id: string) => {
    const castIds = shot.castIds.includes(id) ? shot.castIds.filter((one) => one !== id) : [...shot.castIds, id]
    void acts.change({ kind: 'cast', shotId: shot.id, castIds })
  }
  return (
    <div role="group" aria-label="Cast in this shot" className="grid gap-1.5">
      <p className="text-sm font-medium">Cast in this shot</p>
      <div className="flex flex-wrap gap-1.5">
        {project.cast.map((member) => (
          <button
            key={member.id}
            type="button"
            aria-pressed={shot.castIds.includes(member.id)}
            disabled={shot.locked}
            onClick={() => toggle(member.id)}
            className="touchable rounded-full border border-edge-strong bg-well px-3 py-1 text-sm text-ink-soft hover:border-ink-faint disabled:opacity-55 aria-pressed:border-lamp-ink aria-pressed:bg-[color-mix(in_oklab,var(--color-lamp)_16%,var(--color-raised))] aria-pressed:text-ink"
          >
            {member.name}
          </button>
        ))}
      </div>
    </div>
  )
}
