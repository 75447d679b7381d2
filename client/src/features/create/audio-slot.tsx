import { Music, Scissors, X } from 'lucide-react'
import { useState } from 'react'
import type { VideoModel } from '@/api/catalog'
import { Button } from '@/components/ui/button'
import { FieldError } from '@/components/ui/field'
import { IconButton } from '@/components/ui/icon-button'
import type { DraftMedia } from '@/lib/draft'
import { AudioTrim } from './audio-trim'
import { DropZone } from '@/components/ui/drop-zone'
import { audioTypes } from './file-intake'
import { UploadCard } from './upload-card'
import type { Uploads } from './use-uploads'

interface AudioSlotProps {
  model: VideoModel
  media: DraftMedia | null
  uploads: Uploads
  error: string | undefined
  onFile: (file: File) => void
  onRemove: () => void
}

/** The sound that drives the clip. */
export function AudioSlot({ model, media, uploads, error, onFile, onRemove }: AudioSlotProps) {
  if (model.audio === 'no') return null
  const upload = uploads.all.find((one) => one.slot === 'audio')
  return (
    <div className="grid gap-1.5" role="group" aria-label="Audio">
      <p className="flex justify-between text-sm font-medium">
        Audio
        {model.audio !== 'required' && <span className="text-xs font-normal text-ink-faint">optional</span>}
      </p>
      {upload ? (
        <UploadCard upload={upload} uploads={uploads} />
      ) : media ? (
        <Sound media={media} source={uploads.source} onRemove={onRemove} onFile={onFile} />
      ) : (
        <DropZone
          label="Add a sound file"
          accept={audioTypes}
          onFiles={([file]) => file && onFile(file)}
          part="audio"
          describedBy={error && 'audio-error'}
        >
          <Music aria-hidden className="size-5" />
          Choose, drop or paste up to 30 s of a song or a voice
        </DropZone>
      )}
      {error && <FieldError id="audio-error">{error}</FieldError>}
    </div>
  )
}

interface SoundProps {
  media: DraftMedia
  source: File | null
  onFile: (file: File) => void
  onRemove: () => void
}

function Sound({ media, source, onFile, onRemove }: SoundProps) {
  const [gone, setGone] = useState(false)
  return (
    <div className="grid gap-2 rounded-md border border-edge bg-well p-2">
      <div className="flex items-center gap-2">
        <Music aria-hidden className="mx-1 size-4 shrink-0 text-ink-faint" />
        <p className="min-w-0 grow truncate text-sm">
          {media.name}
          {media.seconds !== null && <span className="text-ink-faint"> · {media.seconds.toFixed(1)} s</span>}
        </p>
        {source && (
          <Button size="sm" look="quiet" onClick={() => onFile(source)}>
            <Scissors aria-hidden className="size-4" />
            Cut again
          </Button>
        )}
        <IconButton icon={X} label="Remove the audio" data-part="audio" onClick={onRemove} />
      </div>
      {gone ? (
        <p className="text-sm text-attention">This sound is no longer in the library. Remove it and add it again.</p>
      ) : (
        <audio
          controls
          preload="none"
          src={media.url}
          className="h-10 w-full"
          onError={() => setGone(true)}
          aria-label={media.name}
        />
      )}
    </div>
  )
}

/** The dialog for a file that was just chosen. */
export function AudioChooser({ file, uploads, onClose }: { file: File | null; uploads: Uploads; onClose: () => void }) {
  if (!file) return null
  return (
    <AudioTrim
      key={`${file.name}${file.lastModified}`}
      file={file}
      onClose={onClose}
      onCut={(cut) => {
        onClose()
        uploads.send('audio', file, cut)
      }}
    />
  )
}
