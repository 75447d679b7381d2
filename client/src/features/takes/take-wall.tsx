import { roleOf } from '@/components/song/roles'
import { TakeCard } from './take-card'
import type { TakesDesk } from './use-takes'

/** All shots with what is there of them. */
export function TakeWall({ desk }: { desk: TakesDesk }) {
  const { board, project, hearing, names, takesOfShot, open, openShot, picks } = desk
  const tall = project.brief.platform === 'tall'
  return (
    <ol
      aria-label="Shots"
      className={
        tall
          ? 'grid grid-cols-2 gap-2.5 sm:grid-cols-[repeat(auto-fill,minmax(9rem,1fr))]'
          : 'grid grid-cols-2 gap-2.5 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))]'
      }
    >
      {board.shots.map((shot) => {
        const section = hearing?.sections[shot.section]
        return (
          <TakeCard
            key={shot.id}
            shot={shot}
            takes={takesOfShot(shot.id)}
            platform={project.brief.platform}
            colour={section ? roleOf(section.role).class : 'bg-edge-strong'}
            section={names[shot.section] ?? ''}
            open={open?.id === shot.id}
            picked={picks.ids.has(shot.id)}
            picking={picks.on}
            onOpen={openShot}
            onPick={picks.toggle}
          />
        )
      })}
    </ol>
  )
}
