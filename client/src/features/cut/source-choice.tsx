import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import { boardOf } from '@/api/board'
import type { CutSpan } from '@/api/films'
import { takesOf, type Take } from '@/api/takes'
import { shapeOf } from '@/components/film/frame-shape'
import { Field } from '@/components/ui/field'
import { Select } from '@/components/ui/select'
import { cx } from '@/lib/cx'
import { withSource, type Source } from './cut-edits'
import type { Cutting } from './use-cutting'

/** What a shot can show: its takes, footage and still as pictures, and the takes of others by name. */
export function SourceChoice({ cutting, span }: { cutting: Cutting; span: CutSpan }) {
  const { project, edit, view } = cutting
  const { data: takes } = useQuery(takesOf(project.id))
  const { data: board } = useQuery(boardOf(project.id))
  const good = (takes ?? []).filter((take) => take.footage != null || take.clip?.status === 'done')
  const own = good.filter((take) => take.shotId === span.shotId)
  const others = good.filter((take) => take.shotId !== span.shotId)
  const still = board?.shots.find((shot) => shot.id === span.shotId)?.stillUrl
  const show = (source: Source) => edit((cut) => withSource(cut, span.shotId, source))
  const foreign = others.some((take) => take.id === span.sourceId)
  return (
    <div className="grid gap-3">
      <div role="group" aria-label="What the shot shows" className="grid grid-cols-3 gap-2">
        {own.map((take, index) => (
          <Choice
            key={take.id}
            name={take.footage ? 'Own footage' : `Take ${index + 1}`}
            picture={pictureOf(take)}
            shape={shapeOf(project.brief.platform)}
            on={span.sourceId === take.id}
            onPick={() => show(sourceOf(take))}
          />
        ))}
        {still && (
          <Choice
            name="Still"
            picture={still}
            shape={shapeOf(project.brief.platform)}
            on={span.source === 'still'}
            onPick={() => show({ still: true })}
          />
        )}
      </div>
      {own.length === 0 && (
        <p className="text-sm text-ink-soft">
          It has no take of its own.{' '}
          <Link href={`/projects/${project.id}/takes?shot=${span.number}`} className="underline underline-offset-2">
            Film it, or bring footage
          </Link>
        </p>
      )}
      {others.length > 0 && (
        <Field label="A take of another shot">
          {(wiring) => (
            <Select
              {...wiring}
              value={foreign ? (span.sourceId ?? '') : ''}
              onChange={(event) => {
                const take = others.find((one) => one.id === event.target.value)
                show(take ? sourceOf(take) : null)
              }}
            >
              <option value="">None</option>
              {others.map((take) => (
                <option key={take.id} value={take.id}>
                  {nameOf(take)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </div>
  )

  function nameOf(take: Take): string {
    const number = view.spans.find((one) => one.shotId === take.shotId)?.number
    const place = good.filter((one) => one.shotId === take.shotId).indexOf(take) + 1
    return `Shot ${number ?? '?'}, ${take.footage ? 'own footage' : `take ${place}`}`
  }
}

const sourceOf = (take: Take): Source => (take.footage ? { footageId: take.id } : { takeId: take.id })

function pictureOf(take: Take): string | null {
  const media = take.footage?.media ?? take.clip?.media
  return (media?.kind === 'image' ? media.url : media?.posterUrl) ?? null
}

interface ChoiceProps {
  name: string
  picture: string | null
  shape: string
  on: boolean
  onPick: () => void
}

function Choice({ name, picture, shape, on, onPick }: ChoiceProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      onClick={onPick}
      className={cx(
        'grid gap-1 rounded-md border p-1 text-xs',
        on ? 'border-lamp-ink bg-lifted text-ink' : 'border-edge text-ink-soft hover:border-edge-strong',
      )}
    >
      <span className="relative block overflow-hidden rounded-sm bg-well" style={{ aspectRatio: shape }}>
        {picture && <img src={picture} alt="" className="absolute inset-0 size-full object-cover" />}
      </span>
      <span className="truncate">{name}</span>
    </button>
  )
}
