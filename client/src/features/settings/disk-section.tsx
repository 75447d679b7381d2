import { useQuery } from '@tanstack/react-query'
import { diskUsage, type DiskUsage } from '@/api/disk'
import { formatBytes } from '@/lib/bytes'
import { cx } from '@/lib/cx'
import { ReclaimSpace } from './reclaim-space'
import { Answer, Section } from './section'

export function DiskSection() {
  const usage = useQuery(diskUsage())
  return (
    <Section title="Disk" lead="What the studio keeps, and how much room is left where it runs.">
      <Answer of={usage} label="Measuring the disk" height="h-64">
        {(measured) => (
          <>
            <UsageBar usage={measured} />
            <ReclaimSpace usage={measured} />
          </>
        )}
      </Answer>
    </Section>
  )
}

function UsageBar({ usage }: { usage: DiskUsage }) {
  const kinds = [
    { name: 'Clips', files: usage.videos, bytes: usage.videoBytes, colour: 'bg-working' },
    { name: 'Pictures', files: usage.images, bytes: usage.imageBytes, colour: 'bg-section-chorus' },
    { name: 'Sound', files: usage.audios, bytes: usage.audioBytes, colour: 'bg-section-bridge' },
  ]
  const all = kinds.reduce((sum, kind) => sum + kind.bytes, usage.freeBytes)
  return (
    <div className="grid gap-4">
      <div aria-hidden className="flex h-4 gap-px overflow-hidden rounded-full bg-lifted">
        {kinds.map((kind) => (
          <div
            key={kind.name}
            className={kind.colour}
            style={{ width: `${all > 0 ? (kind.bytes / all) * 100 : 0}%` }}
          />
        ))}
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
        {kinds.map((kind) => (
          <Measure key={kind.name} name={kind.name} colour={kind.colour} bytes={kind.bytes} files={kind.files} />
        ))}
        <Measure name="Free" colour="bg-lifted border border-edge-strong" bytes={usage.freeBytes} />
      </dl>
    </div>
  )
}

function Measure({ name, colour, bytes, files }: { name: string; colour: string; bytes: number; files?: number }) {
  return (
    <div>
      <dt className="flex items-center gap-2 text-sm text-ink-faint">
        <span aria-hidden className={cx('size-2.5 rounded-[3px]', colour)} />
        {name}
      </dt>
      <dd className="text-lg font-semibold">{formatBytes(bytes)}</dd>
      {files !== undefined && (
        <dd className="text-sm text-ink-faint">
          {files} {files === 1 ? 'file' : 'files'}
        </dd>
      )}
    </div>
  )
}
