import { useQuery } from '@tanstack/react-query'
import type { Cut } from '@/api/films'
import { lyricsOf } from '@/api/lyrics'
import { Field } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { CardFields } from './card-fields'
import { RangeField } from './range-field'
import type { Cutting } from './use-cutting'

type CaptionStyle = NonNullable<Cut['captions']>['style'] | 'none'
type LogoPlace = NonNullable<Cut['logo']>['place']

const styles: readonly { value: CaptionStyle; label: string }[] = [
  { value: 'none', label: 'None' },
  { value: 'caption', label: 'At the foot' },
  { value: 'boxed', label: 'In a box' },
  { value: 'large', label: 'Large' },
  { value: 'sung', label: 'As sung' },
]

const places: readonly { place: LogoPlace; word: string }[] = [
  { place: 'topLeft', word: 'Top left' },
  { place: 'topRight', word: 'Top right' },
  { place: 'bottomLeft', word: 'Bottom left' },
  { place: 'bottomRight', word: 'Bottom right' },
  { place: 'middle', word: 'Middle' },
]

/** What lies over the whole film: cards, the song's words, a logo, and how it begins and ends. */
export function WordsAndFades({ cutting }: { cutting: Cutting }) {
  const { view, edit, project } = cutting
  const { cut } = view
  const set = (part: Partial<Cut>) => edit((now) => ({ ...now, ...part }))
  const fade = (now: number) => (now === 0 ? 'none' : `${now.toFixed(1)} s`)
  return (
    <section aria-labelledby="words" className="grid max-w-3xl grid-cols-1 gap-5">
      <h2 id="words" className="text-lg font-semibold">
        Titles, words and fades
      </h2>
      <CardFields
        label="Title card"
        hint="Over the beginning of the film."
        card={cut.titleCard ?? null}
        offer={{ title: project.track.title, under: project.track.artist ?? null, seconds: 4 }}
        onChange={(titleCard) => set({ titleCard })}
      />
      <CardFields
        label="End card"
        hint="Over the end of the film."
        card={cut.endCard ?? null}
        offer={{
          title: project.look.callToAction || project.track.title,
          under: project.track.artist ?? null,
          seconds: 4,
        }}
        onChange={(endCard) => set({ endCard })}
      />
      <Captions cutting={cutting} onChange={(captions) => set({ captions })} />
      <div className="grid gap-3 sm:grid-cols-2">
        <RangeField
          label="Out of black"
          value={cut.fadeIn}
          min={0}
          max={5}
          step={0.1}
          words={fade}
          onChange={(fadeIn) => set({ fadeIn })}
        />
        <RangeField
          label="Into black"
          value={cut.fadeOut}
          min={0}
          max={5}
          step={0.1}
          words={fade}
          onChange={(fadeOut) => set({ fadeOut })}
        />
      </div>
      {cut.fadeIn + cut.fadeOut > 0 && (
        <Switch
          label="The song fades with the picture"
          hint="Otherwise it stays exactly as it is."
          checked={cut.fadeSong}
          onChange={(fadeSong) => set({ fadeSong })}
        />
      )}
      {project.look.logoId && (
        <Field label="Logo of the look">
          {(wiring) => (
            <Select
              {...wiring}
              value={cut.logo?.place ?? ''}
              onChange={(event) => {
                const place = event.target.value as LogoPlace | ''
                set({ logo: place === '' ? null : { mediaId: null, place, seconds: cut.logo?.seconds ?? null } })
              }}
            >
              <option value="">Not in the film</option>
              {places.map(({ place, word }) => (
                <option key={place} value={place}>
                  {word}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
    </section>
  )
}

function Captions({ cutting, onChange }: { cutting: Cutting; onChange: (captions: Cut['captions']) => void }) {
  const { captions } = cutting.view.cut
  const { data: lyrics } = useQuery(lyricsOf(cutting.project.track.id))
  const timed = lyrics?.lines.some((line) => line.start != null) ?? true
  return (
    <div className="grid gap-3">
      <Segmented<CaptionStyle>
        label="The song’s words"
        showLabel
        value={captions?.style ?? 'none'}
        onChange={(style) => onChange(style === 'none' ? null : { style, as: captions?.as ?? 'burned' })}
        segments={styles}
        hint={
          timed
            ? undefined
            : 'No line of the lyrics has a time yet: tap them along on the song’s page, and they appear.'
        }
      />
      {captions && (
        <Segmented<'burned' | 'track'>
          label="Captions are"
          value={captions.as}
          onChange={(as) => onChange({ ...captions, as })}
          segments={[
            { value: 'burned', label: 'In the picture' },
            { value: 'track', label: 'A track that can be switched off' },
          ]}
        />
      )}
    </div>
  )
}
