import { X } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { Progress } from '@/components/ui/progress'
import { SpokenProgress } from '@/components/ui/spoken-progress'
import { StateMark } from '@/components/ui/state-mark'
import { formatBytes } from '@/lib/bytes'
import { giveUp, sendFile, useSongUploads, type SongUpload } from './song-uploads'

/** Songs on their way in. */
export function UploadRows() {
  const uploads = useSongUploads()
  if (uploads.length === 0) return null
  return (
    <ul aria-label="Songs on their way" className="grid gap-2">
      {uploads.map((upload) => (
        <UploadRow key={upload.key} upload={upload} />
      ))}
    </ul>
  )
}

function UploadRow({ upload }: { upload: SongUpload }) {
  const { file, sent, state, problem } = upload
  const share = file.size > 0 ? sent / file.size : 0
  const words = {
    sending: `${formatBytes(sent)} of ${formatBytes(file.size)}`,
    paused: `Waits for the studio; ${formatBytes(sent)} are there and stay there`,
    reading: 'The studio looks at the file',
    failed: problem?.message ?? '',
  }[state]
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 rounded-lg border border-edge bg-raised py-2.5 pr-2 pl-4">
      <div className="flex min-w-0 flex-wrap items-baseline justify-between gap-x-4">
        <p className="min-w-0 truncate font-medium">{file.name}</p>
        {state === 'failed' ? (
          <StateMark tone="refused">Not taken</StateMark>
        ) : state === 'paused' ? (
          <StateMark tone="attention">Paused</StateMark>
        ) : (
          <span className="text-sm text-ink-soft">{Math.round(share * 100)} %</span>
        )}
      </div>
      <IconButton
        icon={X}
        label={state === 'failed' ? `Put ${file.name} away` : `Stop sending ${file.name}`}
        onClick={() => giveUp(upload)}
      />
      <div className="col-span-2 grid gap-1.5 pr-2">
        {state !== 'failed' && (
          <Progress
            label={`Sending ${file.name}`}
            value={state === 'reading' ? undefined : share}
            tone={state === 'paused' ? 'attention' : 'working'}
            text={words}
          />
        )}
        <p role={state === 'failed' ? 'alert' : undefined} className="text-sm text-ink-faint">
          {words}
        </p>
        {state === 'failed' && (
          <Button size="sm" className="justify-self-start" onClick={() => sendFile(file)}>
            Try again
          </Button>
        )}
        <SpokenProgress what={`Sending ${file.name}`} value={share} done={state === 'reading'} />
      </div>
    </li>
  )
}
