import { ImagePlus, X } from 'lucide-react'
import type { VideoModel } from '@/api/catalog'
import { FieldError } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import type { Draft, DraftMedia } from '@/lib/draft'
import { imageTypes } from '@/lib/image-files'
import { DropZone } from '@/components/ui/drop-zone'
import type { Part } from './missing'
import { UploadCard } from './upload-card'
import type { ChangeDraft } from './use-draft'
import type { Uploads } from './use-uploads'

interface ImageSlotsProps {
  model: VideoModel
  draft: Draft
  change: ChangeDraft
  uploads: Uploads
  errors: Partial<Record<Part, string>>
}

/** The pictures that this model starts from, ends at, or looks at. */
export function ImageSlots({ model, draft, change, uploads, errors }: ImageSlotsProps) {
  const pair = model.image !== 'no' && model.endImage !== 'no'
  return (
    <>
      {(model.image !== 'no' || model.endImage !== 'no') && (
        <div className={pair ? 'grid gap-4 sm:grid-cols-2' : 'grid gap-4'}>
          {(['image', 'endImage'] as const).map(
            (part) =>
              model[part] !== 'no' && (
                <ImageSlot
                  key={part}
                  part={part}
                  required={model[part] === 'required'}
                  media={draft[part]}
                  uploads={uploads}
                  error={errors[part]}
                  onRemove={() => change({ [part]: null })}
                />
              ),
          )}
        </div>
      )}
      {model.maxReferenceImages > 0 && (
        <References model={model} draft={draft} change={change} uploads={uploads} error={errors.references} />
      )}
    </>
  )
}

interface ImageSlotProps {
  part: 'image' | 'endImage'
  required: boolean
  media: DraftMedia | null
  uploads: Uploads
  error: string | undefined
  onRemove: () => void
}

function ImageSlot({ part, required, media, uploads, error, onRemove }: ImageSlotProps) {
  const name = part === 'image' ? 'Start image' : 'End image'
  const upload = uploads.all.find((one) => one.slot === part)
  const add = ([file]: readonly File[]) => file && uploads.send(part, file)
  return (
    <div className="grid content-start gap-1.5" role="group" aria-label={name}>
      <p className="flex justify-between text-sm font-medium">
        {name}
        {!required && <span className="text-xs font-normal text-ink-faint">optional</span>}
      </p>
      {upload ? (
        <UploadCard upload={upload} uploads={uploads} />
      ) : media ? (
        <Picture
          media={media}
          label={name}
          part={part}
          onRemove={onRemove}
          className="aspect-video w-full object-contain"
        />
      ) : (
        <DropZone
          label={`Add the ${name.toLowerCase()}`}
          accept={imageTypes}
          onFiles={add}
          part={part}
          describedBy={error && `${part}-error`}
        >
          <ImagePlus aria-hidden className="size-5" />
          Choose, drop or paste
        </DropZone>
      )}
      {error && <FieldError id={`${part}-error`}>{error}</FieldError>}
    </div>
  )
}

type ReferencesProps = Omit<ImageSlotsProps, 'errors'> & { error: string | undefined }

function References({ model, draft, change, uploads, error }: ReferencesProps) {
  const underWay = uploads.all.filter((upload) => upload.slot === 'references')
  const used = draft.references.slice(0, model.maxReferenceImages)
  const aside = draft.references.length - used.length
  const room = model.maxReferenceImages - used.length - underWay.length
  return (
    <div className="grid gap-1.5" role="group" aria-label="Reference images">
      <p className="flex justify-between text-sm font-medium">
        Reference images
        <span className="text-xs font-normal text-ink-faint">
          {used.length} of {model.maxReferenceImages}
        </span>
      </p>
      <ul className="grid grid-cols-3 gap-2 sm:grid-cols-4">
        {used.map((media, n) => (
          <li key={media.id}>
            <Picture
              media={media}
              label={`Reference ${n + 1}`}
              part="references"
              className="aspect-square w-full object-cover"
              onRemove={() => change({ references: draft.references.filter((one) => one.id !== media.id) })}
            />
          </li>
        ))}
        {room > 0 && (
          <li>
            <DropZone
              label="Add reference images"
              accept={imageTypes}
              multiple
              onFiles={(files) => files.slice(0, room).forEach((file) => uploads.send('references', file))}
              part="references"
              describedBy={error && 'references-error'}
              className="aspect-square w-full"
            >
              <ImagePlus aria-hidden className="size-5" />
              Add
            </DropZone>
          </li>
        )}
      </ul>
      {underWay.map((upload) => (
        <UploadCard key={upload.key} upload={upload} uploads={uploads} />
      ))}
      {aside > 0 && (
        <p className="text-sm text-ink-faint">
          {aside} more set aside: {model.name} takes {model.maxReferenceImages}.
        </p>
      )}
      {error && <FieldError id="references-error">{error}</FieldError>}
    </div>
  )
}

interface PictureProps {
  media: DraftMedia
  label: string
  part: Part
  onRemove: () => void
  className: string
}

function Picture({ media, label, part, onRemove, className }: PictureProps) {
  return (
    <div className="relative overflow-hidden rounded-md border border-edge bg-well">
      <img src={media.url} alt={`${label}: ${media.name}`} className={className} />
      <IconButton
        icon={X}
        label={`Remove ${label.toLowerCase()}`}
        look="plain"
        data-part={part}
        onClick={onRemove}
        className="absolute top-1 right-1"
      />
    </div>
  )
}
