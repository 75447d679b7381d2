import { Music, RotateCw, X } from 'lucide-react'
import { Problem } from '@/api/problem'
import { IconButton } from '@/components/ui/icon-button'
import { Progress } from '@/components/ui/progress'
import type { Upload, Uploads } from './use-uploads'

/** A file on its way: what it is, how far it has come, and how to give it up or send it again. */
export function UploadCard({ upload, uploads }: { upload: Upload; uploads: Uploads }) {
  const problem = upload.problem ? Problem.from(upload.problem) : null
  return (
    <div className="flex min-h-20 items-center gap-3 rounded-md border border-edge bg-well p-2">
      {upload.preview ? (
        <img src={upload.preview} alt="" className="size-16 shrink-0 rounded-sm object-cover opacity-60" />
      ) : (
        <Music aria-hidden className="mx-2 size-6 shrink-0 text-ink-faint" />
      )}
      <div className="grid min-w-0 grow gap-1.5">
        <p className="truncate text-sm">{upload.file.name}</p>
        {problem ? (
          <p role="alert" className="text-sm text-refused">
            {problem.message}
          </p>
        ) : (
          <Progress label={`Sending ${upload.file.name}`} value={upload.fraction < 1 ? upload.fraction : undefined} />
        )}
      </div>
      {problem && (
        <IconButton icon={RotateCw} label={`Send ${upload.file.name} again`} onClick={() => uploads.retry(upload)} />
      )}
      <IconButton
        icon={X}
        label={problem ? 'Dismiss' : `Stop sending ${upload.file.name}`}
        onClick={() => uploads.dismiss(upload)}
      />
    </div>
  )
}
