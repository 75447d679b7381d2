import { X } from 'lucide-react'
import { ActBar } from '@/components/ui/act-bar'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { RenderButton } from './render-button'
import { isFilmed } from './take-state'
import type { TakesDesk } from './use-takes'

/** Films the picked shots: another take of each, whatever they have. */
export function PickedBar({ desk }: { desk: TakesDesk }) {
  const { picks, project, board } = desk
  const films = picks.shots.filter((shot) => shot.approved && isFilmed(shot))
  const left = picks.shots.length - films.length
  return (
    <ActBar role="region" aria-label="Picked shots" picking className="mt-6 flex flex-wrap items-center gap-2">
      <p role="status" className="mr-2 font-medium">
        {picks.ids.size === 0 ? 'Pick shots' : `${picks.ids.size} picked`}
        {left > 0 && (
          <span className="font-normal text-ink-soft">
            {' '}
            · {left === 1 ? '1 is not filmed: it is' : `${left} are not filmed: they are`} not approved, or buy no clip
          </span>
        )}
      </p>
      {picks.ids.size < board.shots.length && (
        <Button size="sm" look="quiet" onClick={picks.all}>
          All {board.shots.length}
        </Button>
      )}
      {films.length > 0 && (
        <RenderButton
          project={project.id}
          wanted={{ scope: 'selected', shotIds: films.map((shot) => shot.id) }}
          verb={() => (films.length === 1 ? 'Film 1 shot' : `Film ${films.length} shots`)}
          size="md"
          onOrdered={picks.end}
        />
      )}
      <IconButton icon={X} label="Stop selecting" className="ml-auto" onClick={picks.end} />
    </ActBar>
  )
}
