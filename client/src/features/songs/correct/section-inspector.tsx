import { Combine, Repeat, Scissors, X } from 'lucide-react'
import { useState } from 'react'
import type { SectionRole } from '@/api/track-types'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { TextInput } from '@/components/ui/text-input'
import { songPlayer } from '@/lib/song-player'
import { roleOf, roles } from '@/components/song/roles'
import { fineClock, readClock } from '@/lib/fine-clock'
import type { Desk } from '../use-desk'
import type { SongActs } from '../use-song-acts'
import { described, edgeMoved, freed, isFree, merged } from './sections'

interface SectionInspectorProps {
  desk: Desk
  acts: SongActs
  /** In a sheet, which covers what would close it otherwise. */
  onClose?: () => void
}

/** One section: what it is, where it lies, and what it is joined with. */
export function SectionInspector({ desk, acts, onClose }: SectionInspectorProps) {
  const { hearing, selected, correcting } = desk
  const section = hearing.sections[selected]
  if (!section) return null
  const { sections } = hearing
  const following = sections[selected + 1]
  const original = section.repeatOf == null ? undefined : desk.names[section.repeatOf]
  return (
    <section aria-label={`Section: ${desk.names[selected]}`} className="grid gap-4">
      <div className="flex items-center gap-2.5">
        <span aria-hidden className={`size-3.5 rounded-sm ${roleOf(section.role).class}`} />
        <h2 className="min-w-0 grow truncate text-lg font-semibold">{desk.names[selected]}</h2>
        <IconButton icon={Repeat} label="Loop this section" onClick={acts.loop} />
        {onClose && <IconButton icon={X} label="Close the section" onClick={onClose} />}
      </div>
      <div className="grid grid-cols-2 items-start gap-3">
        <Field label="Role">
          {(wiring) => (
            <Select
              {...wiring}
              value={section.role}
              onChange={(event) =>
                desk.setSections(described(sections, selected, { role: event.target.value as SectionRole }))
              }
            >
              {roles.map(({ role, word }) => (
                <option key={role} value={role}>
                  {word}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <NameField
          key={`${selected} ${section.name ?? ''}`}
          name={section.name ?? ''}
          placeholder={desk.names[selected] ?? ''}
          onSave={(name) => desk.setSections(described(sections, selected, { name }))}
        />
        <EdgeField
          key={`start ${section.start}`}
          label="Begins at"
          seconds={section.start}
          fixed={selected === 0}
          onSave={(seconds) => desk.setSections(edgeMoved(sections, selected, seconds, desk.snaps))}
        />
        <EdgeField
          key={`end ${section.end}`}
          label="Ends at"
          seconds={section.end}
          fixed={!following}
          onSave={(seconds) => desk.setSections(edgeMoved(sections, selected + 1, seconds, desk.snaps))}
        />
      </div>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" onClick={acts.split}>
          <Scissors aria-hidden className="size-4" />
          Split at the playhead
        </Button>
        <Button size="sm" off={!following} onClick={() => desk.setSections(merged(sections, selected))}>
          <Combine aria-hidden className="size-4" />
          Join with the next
        </Button>
      </div>
      <Switch
        label="No beat here"
        hint="Cuts in this section need not follow the beat."
        checked={isFree(correcting.now.free, section)}
        onChange={(on) => correcting.change({ ...correcting.now, free: freed(correcting.now.free, section, on) })}
      />
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <dt className="text-ink-faint">Energy</dt>
        <dd>{Math.round(section.energy * 100)} of 100</dd>
        <dt className="text-ink-faint">Notes</dt>
        <dd>{section.onsetDensity.toFixed(1)} a second</dd>
        {original && (
          <>
            <dt className="text-ink-faint">Repeats</dt>
            <dd>{original}</dd>
          </>
        )}
      </dl>
      {section.why && <p className="text-sm text-ink-soft">{section.why}</p>}
    </section>
  )
}

interface NameFieldProps {
  name: string
  placeholder: string
  onSave: (name: string) => void
}

function NameField({ name, placeholder, onSave }: NameFieldProps) {
  const [text, setText] = useState(name)
  const save = () => {
    if (text.trim() !== name) onSave(text)
  }
  return (
    <Field label="Name">
      {(wiring) => (
        <TextInput
          {...wiring}
          value={text}
          maxLength={60}
          placeholder={placeholder}
          onChange={(event) => setText(event.target.value)}
          onBlur={save}
          onKeyDown={(event) => event.key === 'Enter' && save()}
        />
      )}
    </Field>
  )
}

interface EdgeFieldProps {
  label: string
  seconds: number
  fixed: boolean
  onSave: (seconds: number) => void
}

/** A time to type, with a button that takes the playhead's. It goes to the nearest bar. */
function EdgeField({ label, seconds, fixed, onSave }: EdgeFieldProps) {
  const [text, setText] = useState(fineClock(seconds))
  const [wrong, setWrong] = useState(false)
  const save = () => {
    if (text === fineClock(seconds)) return
    const read = readClock(text)
    setWrong(read === null)
    if (read !== null) onSave(read)
  }
  return (
    <Field label={label} error={wrong ? 'Minutes and seconds, as in 1:04.5.' : undefined}>
      {(wiring) => (
        <span className="grid gap-1.5">
          <TextInput
            {...wiring}
            value={text}
            readOnly={fixed}
            inputMode="decimal"
            onChange={(event) => setText(event.target.value)}
            onBlur={save}
            onKeyDown={(event) => event.key === 'Enter' && save()}
            className={fixed ? 'text-ink-faint' : ''}
          />
          {!fixed && (
            <Button size="sm" look="quiet" className="justify-self-start" onClick={() => onSave(songPlayer.time)}>
              At the playhead
            </Button>
          )}
        </span>
      )}
    </Field>
  )
}
