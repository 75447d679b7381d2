import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { videoModels } from '@/api/catalog'
import { planPreview, type Plan } from '@/api/projects'
import { imageModels } from '@/api/stills'
import { hearingOf } from '@/api/tracks'
import { ModelPicker } from '@/components/models/model-picker'
import { sectionNames } from '@/components/song/roles'
import { SongStrip } from '@/components/song/song-strip'
import { useWaveform } from '@/components/song/use-waveform'
import { Field } from '@/components/ui/field'
import { Notice } from '@/components/ui/notice'
import { ProblemNotice } from '@/components/ui/problem-notice'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { formatMoney } from '@/lib/money'
import { resolutionWords } from '@/lib/offer-words'
import { useSettled } from '@/lib/use-settled'
import { ConceptSection } from './concept-section'
import { FitToBudget } from './fit-to-budget'
import { PlanFigures } from './plan-figures'
import { RepeatChoices } from './repeat-choices'
import { ShotLengths } from './shot-lengths'
import { StillSections } from './still-sections'
import type { Concept } from './use-saves'

/** How the film is cut and with what it is made, before a cent is spent. */
export function PlanSection({ concept }: { concept: Concept }) {
  const { project, plan, change } = concept
  const { track } = project
  const heard = track.state === 'heard'
  const hearing = useQuery({ ...hearingOf(track.id), enabled: heard })
  const { waveform } = useWaveform(track)
  const preview = usePlan(concept)
  const names = useMemo(() => sectionNames(hearing.data?.sections ?? []), [hearing.data])
  const cuts = useMemo(
    () =>
      preview.data?.shots.map(({ start, end, paid }) => ({
        start,
        end,
        spare: paid > 0 ? Math.max(0, 1 - (end - start) / paid) : 0,
      })) ?? [],
    [preview.data],
  )
  if (!heard) {
    return (
      <ConceptSection title="Plan" hint="Where the film is cut, and what it will cost.">
        <Notice title="The song is not heard yet">
          The cuts lie on its beats. The plan appears here by itself as soon as the studio has heard it.
        </Notice>
      </ConceptSection>
    )
  }
  return (
    <ConceptSection
      title="Plan"
      hint="Where the film is cut, with which model it is made, and what it will cost. Nothing is bought here."
      aside={preview.data && <FitToBudget concept={concept} plan={preview.data} />}
    >
      <PlanModel concept={concept} chosen={preview.data} />
      {hearing.data ? (
        <SongStrip
          label={preview.data ? `The song with ${preview.data.shots.length} shots laid over it` : 'The song'}
          duration={hearing.data.duration}
          waveform={waveform}
          sections={hearing.data.sections}
          cuts={cuts}
          className="h-28"
        />
      ) : (
        <Skeleton className="h-28" />
      )}
      {preview.data ? (
        <PlanFigures plan={preview.data} budget={project.budget ?? null} stale={preview.isFetching} />
      ) : (
        !preview.isError && <Skeleton className="h-24" />
      )}
      {preview.isError && (
        <ProblemNotice problem={preview.error} onRetry={() => void preview.refetch()} retrying={preview.isFetching} />
      )}
      {preview.data?.note && <Notice tone="attention">{preview.data.note}</Notice>}
      {preview.data && (
        <RepeatChoices
          offers={preview.data.repeats}
          names={names}
          onChoose={(section, as) =>
            change('plan', (now) => ({
              ...now,
              repeats: [...now.repeats.filter((one) => one.section !== section), { section, as }],
            }))
          }
          chosen={plan.repeats}
        />
      )}
      {hearing.data && (
        <StillSections
          sections={hearing.data.sections}
          names={names}
          chosen={plan.stillSections}
          onChange={(stillSections) => change('plan', (now) => ({ ...now, stillSections }))}
        />
      )}
    </ConceptSection>
  )
}

/** The plan's preview for what is typed, asked once it has come to rest. */
export function usePlan({ project, plan }: Pick<Concept, 'project' | 'plan'>) {
  const settled = useSettled(plan, 350)
  const depends = `${project.track.id} ${project.brief.pace} ${project.brief.platform}`
  return useQuery({ ...planPreview(project.id, settled, depends), enabled: project.track.state === 'heard' })
}

function PlanModel({ concept, chosen }: { concept: Concept; chosen: Plan | undefined }) {
  const { plan, change } = concept
  const models = useQuery(videoModels())
  const images = useQuery(imageModels())
  // A still is drawn first and then set in motion: models that cannot begin with a picture are of no use here.
  const usable = useMemo(() => models.data?.filter((model) => model.image !== 'no') ?? [], [models.data])
  const model = usable.find((one) => one.id === (plan.videoModel ?? chosen?.videoModel)) ?? null
  return (
    <div className="grid items-start gap-5 sm:grid-cols-2">
      <ModelPicker
        models={usable}
        model={model}
        onPick={(videoModel) => change('plan', (now) => ({ ...now, videoModel, resolution: null }))}
        error={models.error?.message}
        notes={[]}
        onNotesRead={() => undefined}
      />
      <Field label="Resolution">
        {(wiring) => (
          <Select
            {...wiring}
            value={plan.resolution ?? ''}
            onChange={(event) => change('plan', (now) => ({ ...now, resolution: event.target.value || null }))}
          >
            <option value="">{chosen?.resolution ? `Usual, ${resolutionWords(chosen.resolution)}` : 'Usual'}</option>
            {model?.resolutions.map((resolution) => (
              <option key={resolution} value={resolution}>
                {resolutionWords(resolution)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Stills drawn by">
        {(wiring) => (
          <Select
            {...wiring}
            value={plan.imageModel ?? ''}
            onChange={(event) => change('plan', (now) => ({ ...now, imageModel: event.target.value || null }))}
          >
            <option value="">The usual model</option>
            {images.data
              ?.filter((one) => one.available)
              .map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                  {one.price != null && ` · ${formatMoney(one.price)}`}
                </option>
              ))}
          </Select>
        )}
      </Field>
      <Field label="Frames a second">
        {(wiring) => (
          <Select
            {...wiring}
            value={plan.frameRate}
            onChange={(event) => change('plan', (now) => ({ ...now, frameRate: Number(event.target.value) }))}
          >
            {[24, 25, 30].map((rate) => (
              <option key={rate} value={rate}>
                {rate}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <ShotLengths concept={concept} />
    </div>
  )
}
