import { Trash2 } from 'lucide-react'
import { memo, useState } from 'react'
import type { CastKind, CastMember } from '@/api/projects'
import type { Still } from '@/api/stills'
import { Confirm } from '@/components/ui/confirm'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import { CastSheet } from './cast-sheet'
import { PictureList } from './picture-list'
import { WordsField } from './words-field'

const kindWords: Record<CastKind, string> = { person: 'Person', creature: 'Creature', place: 'Place', prop: 'Thing' }

interface CastCardProps {
  member: CastMember
  project: string
  /** Sheets that were ordered for it, the newest first. */
  sheets: readonly Still[]
  onEdit: (how: (member: CastMember) => CastMember) => void
  onRemove: () => void
  ready: () => Promise<boolean>
}

export const CastCard = memo(function CastCard({ member, project, sheets, onEdit, onRemove, ready }: CastCardProps) {
  const [asking, setAsking] = useState(false)
  const name = member.name || 'Without a name'
  const empty = !member.name && !member.description && member.pictureIds.length === 0
  return (
    <li
      data-cast={member.id}
      aria-label={name}
      className="grid gap-x-6 gap-y-4 rounded-lg border border-edge bg-raised p-4 sm:grid-cols-2"
    >
      <div className="grid content-start gap-4">
        <div className="flex items-end gap-2">
          <Field
            label="Name"
            className="min-w-0 grow"
            error={member.name.trim() ? undefined : 'Shots need a name to call it by.'}
          >
            {(wiring) => (
              <TextInput
                {...wiring}
                value={member.name}
                maxLength={60}
                onChange={(event) => onEdit((now) => ({ ...now, name: event.target.value }))}
              />
            )}
          </Field>
        </div>
        <div className="flex items-end gap-2">
          <Field label="Kind" className="grow">
            {(wiring) => (
              <Select
                {...wiring}
                value={member.kind}
                onChange={(event) => onEdit((now) => ({ ...now, kind: event.target.value as CastKind }))}
              >
                {(Object.keys(kindWords) as CastKind[]).map((kind) => (
                  <option key={kind} value={kind}>
                    {kindWords[kind]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <IconButton
            icon={Trash2}
            label={`Take ${name} out of the cast`}
            className="mb-0.5"
            onClick={() => (empty ? onRemove() : setAsking(true))}
          />
        </div>
        <WordsField
          label="What it looks like"
          hint="In these words in every prompt."
          value={member.description}
          limit={1_000}
          rows={3}
          onChange={(description) => onEdit((now) => ({ ...now, description }))}
        />
      </div>
      <div className="grid content-start gap-4">
        <PictureList
          label="Pictures, the frontal one first"
          one={`picture of ${name}`}
          ids={member.pictureIds}
          most={6}
          small
          onChange={(how) => onEdit((now) => ({ ...now, pictureIds: how(now.pictureIds) }))}
        />
        <CastSheet
          member={member}
          project={project}
          sheets={sheets}
          onUse={(id) => onEdit((now) => ({ ...now, pictureIds: [...now.pictureIds, id].slice(-6) }))}
          ready={ready}
        />
      </div>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={`Take ${name} out?`}
        verb="Take it out"
        onConfirm={onRemove}
      >
        <p>Its description and its pictures leave the concept. Shots that it is in keep their words and stills.</p>
      </Confirm>
    </li>
  )
})
