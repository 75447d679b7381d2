import { useState } from 'react'
import type { ProjectParts } from '@/api/projects'
import type { Concept } from './use-saves'

type Setters<Fields> = { [Name in keyof Fields]-?: (value: Fields[Name]) => void }

/** A function for every field of a part that stays the same, so that typing in one field draws no other. */
export function useSetters<Name extends 'brief' | 'look' | 'plan'>(
  part: Name,
  names: readonly (keyof ProjectParts[Name] & string)[],
  change: Concept['change'],
): Setters<ProjectParts[Name]> {
  const [setters] = useState(
    () =>
      Object.fromEntries(
        names.map((name) => [name, (value: unknown) => change(part, (before) => ({ ...before, [name]: value }))]),
      ) as Setters<ProjectParts[Name]>,
  )
  return setters
}
