import { useQuery } from '@tanstack/react-query'
import type { Shot } from '@/api/board'
import { videoModels } from '@/api/catalog'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { durationWords } from '@/lib/offer-words'
import type { Storyboard } from './use-storyboard'

/** With what the shot is made, or whether it is made at all. */
export function ShotOptions({ desk, shot }: { desk: Storyboard; shot: Shot }) {
  const { acts, board } = desk
  const models = useQuery(videoModels())
  const others = board.shots.filter((one) => one.id !== shot.id && !one.sameAs)
  const angle = board.shots.find((one) => one.id === shot.angleOf)
  const usable = models.data?.filter((model) => model.image !== 'no' && model.available) ?? []
  return (
    <div role="group" aria-label="How it is made" className="grid gap-4 border-t border-edge pt-4">
      <Field label="Footage">
        {(wiring) => (
          <Select
            {...wiring}
            disabled={shot.locked}
            value={shot.sameAs ?? ''}
            onChange={(event) =>
              void acts.change({ kind: 'sameAs', shotId: shot.id, sameAs: event.target.value || null })
            }
          >
            <option value="">A clip of its own</option>
            {others.map((one) => (
              <option key={one.id} value={one.id}>
                The same as shot {one.number}, free
              </option>
            ))}
          </Select>
        )}
      </Field>
      {angle && <p className="text-sm text-ink-faint">The set of shot {angle.number}, seen from another angle.</p>}
      {!shot.sameAs && (
        <>
          <Switch
            label="Moving still"
            hint="The picture moves slowly, and no clip is bought."
            checked={shot.movingStill}
            off={shot.locked}
            onChange={(flag) => void acts.change({ kind: 'movingStill', shotId: shot.id, flag })}
          />
          {!shot.movingStill && (
            <Field
              label="Video model"
              hint={
                shot.clipDuration
                  ? `A clip of ${durationWords(shot.clipDuration)} is bought; ${(shot.end - shot.start).toFixed(1)} s of it are seen.`
                  : undefined
              }
            >
              {(wiring) => (
                <Select
                  {...wiring}
                  disabled={shot.locked}
                  value={shot.videoModel ?? ''}
                  onChange={(event) =>
                    void acts.change({ kind: 'model', shotId: shot.id, model: event.target.value || null })
                  }
                >
                  <option value="">As planned</option>
                  {usable.map((model) => (
                    <option key={model.id} value={model.id}>
                      {model.name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          )}
        </>
      )}
    </div>
  )
}
