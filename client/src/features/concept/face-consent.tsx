import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { consentsOf, useAgreeToFace, type ConsentQuestion } from '@/api/projects'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldError } from '@/components/ui/field'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { mediaUrl } from '@/lib/media-url'
import type { Concept } from './use-saves'

/** The provider of the chosen model wants a person's word about faces. The studio never gives it for anybody. */
export function FaceConsent({ concept }: { concept: Concept }) {
  const { project, plan, cast } = concept
  const faces = cast.some((member) => member.kind === 'person' && member.pictureIds.length > 0)
  const consents = useQuery({ ...consentsOf(project.id, plan.videoModel ?? null), enabled: faces })
  const asked = consents.data?.asked
  if (!faces || !asked) return null
  return <ConsentForm key={asked.mediaIds.join()} project={project.id} asked={asked} />
}

function ConsentForm({ project, asked }: { project: string; asked: ConsentQuestion }) {
  const agree = useAgreeToFace(project)
  const [ticked, setTicked] = useState<readonly boolean[]>([])
  const [lacking, setLacking] = useState(false)
  const all = asked.statements.every((_, index) => ticked[index])
  const send = async () => {
    setLacking(!all)
    if (!all) return
    for (const mediaId of asked.mediaIds) {
      await agree.mutateAsync({
        mediaId,
        modelId: asked.modelId,
        policyVersion: asked.version ?? null,
        termsAndPrivacy: true,
        legalRight: true,
        screeningAcknowledged: true,
      })
    }
  }
  return (
    <section aria-label="Consent for faces" className="grid gap-4 rounded-lg border border-attention/45 bg-raised p-4">
      <div className="grid gap-1">
        <h3 className="font-semibold">The provider of {asked.modelName} asks about these faces</h3>
        <p className="text-sm text-ink-soft">
          This is a legal statement, and only you can make it. Who agreed, when and for which picture is kept.
        </p>
      </div>
      <ul aria-label="Pictures with faces" className="flex flex-wrap gap-2">
        {asked.mediaIds.map((id, index) => (
          <li key={id}>
            <img
              src={mediaUrl(id)}
              alt={`Face ${index + 1}`}
              className="size-16 rounded-md border border-edge object-cover"
            />
          </li>
        ))}
      </ul>
      {asked.policyText && (
        <div
          tabIndex={0}
          role="region"
          aria-label="The provider’s text"
          className="max-h-56 overflow-y-auto rounded-md border border-edge bg-well px-4 py-3 text-sm whitespace-pre-line"
        >
          {asked.policyText}
        </div>
      )}
      <div className="grid gap-2.5 text-sm">
        {asked.statements.map((statement, index) => (
          <Checkbox
            key={statement}
            label={statement}
            checked={ticked[index] ?? false}
            onChange={(checked) => setTicked(asked.statements.map((_, at) => (at === index ? checked : !!ticked[at])))}
          />
        ))}
      </div>
      {lacking && !all && (
        <FieldError>All of them are needed. Tick them, or take the pictures out of the cast.</FieldError>
      )}
      {agree.error && <ProblemNotice problem={agree.error} />}
      <Button
        look="plain"
        className="justify-self-start"
        busy={agree.isPending}
        onClick={() => void send().catch(() => undefined)}
      >
        I agree, for {asked.mediaIds.length === 1 ? 'this picture' : `these ${asked.mediaIds.length} pictures`}
      </Button>
    </section>
  )
}
