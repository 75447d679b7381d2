import type { VideoModel } from '@/api/catalog'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import type { Draft } from '@/lib/draft'
import { fitted } from '@/lib/fitted'
import { durationWords, ratioWords, resolutionWords } from '@/lib/offer-words'
import { RatioIcon } from './ratio-icon'
import type { ChangeDraft } from './use-draft'

/** More than this many would fill half a phone: then a list is quicker. */
const mostInSight = 9

interface SettingChoicesProps {
  model: VideoModel
  draft: Draft
  change: ChangeDraft
}

/** Duration, ratio, resolution and sound: only what this model takes. */
export function SettingChoices({ model, draft, change }: SettingChoicesProps) {
  const now = fitted(draft, model)
  return (
    <div className="grid gap-4">
      <Setting
        label="Duration"
        value={now.duration}
        offers={model.durations}
        words={durationWords}
        onChange={(duration) => change({ duration })}
      />
      <Setting
        label="Ratio"
        value={now.aspectRatio}
        offers={model.aspectRatios}
        words={ratioWords}
        icon={(ratio) => <RatioIcon ratio={ratio} />}
        onChange={(aspectRatio) => change({ aspectRatio })}
      />
      <Setting
        label="Resolution"
        value={now.resolution}
        offers={model.resolutions}
        words={resolutionWords}
        onChange={(resolution) => change({ resolution })}
      />
      {model.sound === 'switchable' && (
        <Switch
          label="Sound"
          hint="The model’s own sound in the clip. A music video takes its song instead."
          checked={draft.sound}
          onChange={(sound) => change({ sound })}
        />
      )}
      {model.sound === 'always' && <p className="text-sm text-ink-faint">{model.name} always adds its own sound.</p>}
    </div>
  )
}

interface SettingProps {
  label: string
  value: string | null
  offers: readonly string[]
  words: (value: string) => string
  icon?: (value: string) => React.ReactNode
  onChange: (value: string) => void
}

function Setting({ label, value, offers, words, icon, onChange }: SettingProps) {
  if (offers.length === 0) return null
  if (offers.length === 1) {
    return (
      <p className="flex items-baseline gap-2 text-sm">
        <span className="font-medium">{label}</span>
        <span className="text-ink-soft">{words(offers[0] ?? '')}, the only one</span>
      </p>
    )
  }
  if (offers.length > mostInSight) {
    return (
      <label className="grid gap-1.5">
        <span className="text-sm font-medium">{label}</span>
        <Select value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
          {offers.map((offer) => (
            <option key={offer} value={offer}>
              {words(offer)}
            </option>
          ))}
        </Select>
      </label>
    )
  }
  const segments = offers.map((offer) => ({
    value: offer,
    name: words(offer),
    label: (
      <>
        {icon?.(offer)}
        {words(offer)}
      </>
    ),
  }))
  return <Segmented label={label} showLabel value={value ?? undefined} onChange={onChange} segments={segments} />
}
