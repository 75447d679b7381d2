import type { Storyboard } from './use-storyboard'
import { roleOf } from '@/components/song/roles'
import { ShotCard } from './shot-card'

export type BoardView = 'grid' | 'strip'

/** All shots: as a wall that is read line by line, or as a strip whose pieces are as wide as they are long. */
export function ShotViews({ desk, view }: { desk: Storyboard; view: BoardView }) {
  const { board, project, hearing, names, stillsOfShot, open, openShot, picks, writing } = desk
  const tall = project.brief.platform === 'tall'
  const grid = tall
    ? 'grid grid-cols-2 gap-2.5 sm:grid-cols-[repeat(auto-fill,minmax(10rem,1fr))]'
    : 'grid grid-cols-2 gap-2.5 sm:grid-cols-[repeat(auto-fill,minmax(13rem,1fr))]'
  return (
    <ol
      aria-label="Shots"
      className={view === 'grid' ? grid : 'flex snap-x gap-1.5 overflow-x-auto pb-3 [&>li]:shrink-0 [&>li]:snap-start'}
    >
      {board.shots.map((shot) => {
        const section = hearing?.sections[shot.section]
        const wide = Math.max(8, Math.min(28, (shot.end - shot.start) * 3.2))
        return (
          <ShotCard
            key={shot.id}
            shot={shot}
            stills={stillsOfShot(shot.id)}
            platform={project.brief.platform}
            colour={section ? roleOf(section.role).class : 'bg-edge-strong'}
            section={names[shot.section] ?? ''}
            open={open?.id === shot.id}
            picked={picks.ids.has(shot.id)}
            picking={picks.on}
            writing={writing.store}
            onOpen={openShot}
            onPick={picks.toggle}
            {...(view === 'strip' ? { style: styleOf(wide) } : {})}
          />
        )
      })}
    </ol>
  )
}

const styles = new Map<number, React.CSSProperties>()

/** The same object for the same width, so that a card whose width is the same is not drawn again. */
function styleOf(rem: number): React.CSSProperties {
  const width = Math.round(rem * 4) / 4
  const found = styles.get(width) ?? { width: `${width}rem` }
  styles.set(width, found)
  return found
}
