import { ImagePlus, RotateCw, X } from 'lucide-react'
import { Problem } from '@/api/problem'
import { DropZone } from '@/components/ui/drop-zone'
import { IconButton } from '@/components/ui/icon-button'
import { Progress } from '@/components/ui/progress'
import { imageTypes } from '@/lib/image-files'
import { mediaUrl } from '@/lib/media-url'
import { usePictures, type Sending } from './use-pictures'

interface PictureListProps {
  label: string
  /** What one of them is called: "reference". */
  one: string
  ids: readonly string[]
  most: number
  onChange: (how: (ids: string[]) => string[]) => void
  small?: boolean
}

/** Pictures that were added, and the place for more. */
export function PictureList({ label, one, ids, most, onChange, small }: PictureListProps) {
  const { all, send, retry, dismiss } = usePictures((media) =>
    onChange((now) => (now.includes(media.id) || now.length >= most ? now : [...now, media.id])),
  )
  const room = most - ids.length - all.length
  return (
    <div role="group" aria-label={label} className="grid gap-1.5">
      <p className="flex justify-between text-sm font-medium">
        {label}
        <span className="text-xs font-normal text-ink-faint">
          {ids.length === 0 ? 'optional' : `${ids.length} of ${most}`}
        </span>
      </p>
      <ul className={small ? 'grid grid-cols-3 gap-2 xl:grid-cols-4' : 'grid grid-cols-3 gap-2 sm:grid-cols-5'}>
        {ids.map((id, index) => (
          <li key={id} className="relative aspect-square overflow-hidden rounded-md border border-edge bg-well">
            <img src={mediaUrl(id)} alt={`${one} ${index + 1}`} loading="lazy" className="size-full object-cover" />
            <IconButton
              icon={X}
              label={`Remove ${one} ${index + 1}`}
              look="plain"
              onClick={() => onChange((now) => now.filter((other) => other !== id))}
              className="absolute top-1 right-1 size-7"
            />
          </li>
        ))}
        {all.map((sending) => (
          <SendingPicture
            key={sending.key}
            sending={sending}
            onRetry={() => retry(sending)}
            onDismiss={() => dismiss(sending.key)}
          />
        ))}
        {room > 0 && (
          <li>
            <DropZone
              label={`Add a ${one}`}
              accept={imageTypes}
              multiple={room > 1}
              part={one.replaceAll(' ', '-')}
              onFiles={(files) => files.slice(0, room).forEach(send)}
              className="aspect-square w-full"
            >
              <ImagePlus aria-hidden className="size-5" />
              Add
            </DropZone>
          </li>
        )}
      </ul>
    </div>
  )
}

interface SendingPictureProps {
  sending: Sending
  onRetry: () => void
  onDismiss: () => void
}

function SendingPicture({ sending, onRetry, onDismiss }: SendingPictureProps) {
  const { file, preview, fraction, problem } = sending
  return (
    <li className="relative grid aspect-square content-end gap-1 overflow-hidden rounded-md border border-edge bg-well p-2">
      <img src={preview} alt="" className="absolute inset-0 size-full object-cover opacity-35" />
      {problem ? (
        <p role="alert" className="relative line-clamp-3 text-xs text-refused">
          {Problem.from(problem).message}
        </p>
      ) : (
        <Progress label={`Sending ${file.name}`} value={fraction < 1 ? fraction : undefined} className="relative" />
      )}
      <span className="absolute top-1 right-1 flex">
        {problem !== null && (
          <IconButton
            icon={RotateCw}
            label={`Send ${file.name} again`}
            look="plain"
            className="size-7"
            onClick={onRetry}
          />
        )}
        <IconButton icon={X} label={`Give up ${file.name}`} look="plain" className="size-7" onClick={onDismiss} />
      </span>
    </li>
  )
}
