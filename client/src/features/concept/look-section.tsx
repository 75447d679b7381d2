import { useState } from 'react'
import type { Look } from '@/api/projects'
import { Summary } from '@/components/ui/summary'
import { ConceptSection } from './concept-section'
import { LookKits } from './look-kits'
import { PictureList } from './picture-list'
import { useSetters } from './use-setters'
import type { Concept } from './use-saves'
import { WordsField } from './words-field'

const names = [
  'style',
  'palette',
  'light',
  'lens',
  'voice',
  'forbidden',
  'logoId',
  'keyMessages',
  'callToAction',
  'doNotMention',
] as const satisfies readonly (keyof Look)[]

/** The style that holds the film together. It goes into every prompt, and can be kept for the next film. */
export function LookSection({ concept }: { concept: Concept }) {
  const { look, change } = concept
  const set = useSetters('look', names, change)
  const [sponsored, setSponsored] = useState(() =>
    Boolean(look.keyMessages || look.callToAction || look.doNotMention || look.logoId),
  )
  return (
    <ConceptSection
      title="Look"
      hint="What every shot has in common. It goes into each prompt in the same words."
      aside={<LookKits look={look} onUse={(kit) => change('look', () => kit)} />}
    >
      <WordsField
        label="Style"
        placeholder="Grainy 16 mm film, long shadows, nothing glossy"
        value={look.style}
        limit={1_000}
        rows={2}
        onChange={set.style}
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <WordsField
          label="Colours"
          placeholder="Petrol, bone, one red"
          value={look.palette}
          limit={500}
          onChange={set.palette}
        />
        <WordsField label="Light" placeholder="Lanterns on water" value={look.light} limit={500} onChange={set.light} />
        <WordsField
          label="Lens and camera"
          placeholder="35 mm, handheld, close"
          value={look.lens}
          limit={500}
          onChange={set.lens}
        />
        <WordsField
          label="Voice"
          placeholder="Dry, never sentimental"
          value={look.voice}
          limit={500}
          onChange={set.voice}
        />
      </div>
      <WordsField
        label="Never in any shot"
        placeholder="Neon, lens flares, modern cars"
        value={look.forbidden}
        limit={1_000}
        onChange={set.forbidden}
      />
      <details open={sponsored} onToggle={(event) => setSponsored(event.currentTarget.open)} className="group">
        <Summary>Made for a brand</Summary>
        <div className="mt-4 grid gap-5">
          <WordsField
            label="What has to come across"
            value={look.keyMessages}
            limit={1_000}
            rows={2}
            onChange={set.keyMessages}
          />
          <div className="grid gap-5 sm:grid-cols-2">
            <WordsField
              label="What to ask of the viewer"
              value={look.callToAction}
              limit={300}
              onChange={set.callToAction}
            />
            <WordsField label="Do not mention" value={look.doNotMention} limit={1_000} onChange={set.doNotMention} />
          </div>
          <PictureList
            label="Logo for the end"
            one="logo"
            ids={look.logoId ? [look.logoId] : []}
            most={1}
            onChange={(how) =>
              change('look', (now) => ({ ...now, logoId: how(now.logoId ? [now.logoId] : [])[0] ?? null }))
            }
          />
        </div>
      </details>
    </ConceptSection>
  )
}
