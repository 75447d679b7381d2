import { useQuery } from '@tanstack/react-query'
import { Box, MapPin, PawPrint, Plus, UserRound, type LucideIcon } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { CastKind, CastMember } from '@/api/projects'
import { stillsOf } from '@/api/stills'
import { Button } from '@/components/ui/button'
import { newId } from '@/lib/ids'
import { CastCard } from './cast-card'
import { ConceptSection } from './concept-section'
import { FaceConsent } from './face-consent'
import type { Concept } from './use-saves'

const kinds: readonly { kind: CastKind; add: string; icon: LucideIcon }[] = [
  { kind: 'person', add: 'Somebody', icon: UserRound },
  { kind: 'creature', add: 'A creature', icon: PawPrint },
  { kind: 'place', add: 'A place', icon: MapPin },
  { kind: 'prop', add: 'A thing', icon: Box },
]

const most = 24

/** Who and what comes back in the film. Pictures keep it the same from shot to shot. */
export function CastSection({ concept }: { concept: Concept }) {
  const { cast, change, project } = concept
  const stills = useQuery(stillsOf(project.id))
  const list = useRef<HTMLUListElement>(null)
  const added = useRef<string | null>(null)

  useEffect(() => {
    if (!added.current) return
    list.current?.querySelector<HTMLElement>(`[data-cast="${added.current}"] input`)?.focus()
    added.current = null
  }, [cast.length])

  const add = (kind: CastKind) => {
    const id = newId()
    added.current = id
    change('cast', (now) => [...now, { id, kind, name: '', description: '', pictureIds: [] }])
  }
  const edit = (id: string, how: (member: CastMember) => CastMember) =>
    change('cast', (now) => now.map((member) => (member.id === id ? how(member) : member)))

  return (
    <ConceptSection
      title="Cast"
      hint="People, creatures, places and things that come back. Shots speak of them by name; pictures keep their faces."
    >
      {cast.length > 0 && (
        <ul ref={list} aria-label="Cast" className="grid gap-4">
          {cast.map((member) => (
            <CastCard
              key={member.id}
              member={member}
              project={project.id}
              sheets={stills.data?.filter((still) => still.castId === member.id).toReversed() ?? []}
              onEdit={(how) => edit(member.id, how)}
              onRemove={() => change('cast', (now) => now.filter((one) => one.id !== member.id))}
              ready={concept.flush}
            />
          ))}
        </ul>
      )}
      {cast.length < most && (
        <div role="group" aria-label="Add to the cast" className="flex flex-wrap gap-2">
          {kinds.map(({ kind, add: word, icon: Icon }) => (
            <Button key={kind} size="sm" onClick={() => add(kind)}>
              <Plus aria-hidden className="size-3.5" />
              {word}
              <Icon aria-hidden className="size-4 text-ink-faint" />
            </Button>
          ))}
        </div>
      )}
      <FaceConsent concept={concept} />
    </ConceptSection>
  )
}
