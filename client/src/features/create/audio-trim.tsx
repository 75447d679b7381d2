import { Pause, Play } from 'lucide-react'
import { useState } from 'react'
import type { AudioCut } from '@/api/library'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Segmented } from '@/components/ui/segmented'
import { clock } from '@/lib/time'
import { lengthsFor, longestCut, withinSound } from './audio-cut'
import { useAudioPart } from './use-audio-part'

interface AudioTrimProps {
  file: File
  onCut: (cut: AudioCut) => void
  onClose: () => void
}

/** Chooses the part of a sound that goes to Venice: where it starts, how long it is, and a button to hear it. */
export function AudioTrim({ file, onCut, onClose }: AudioTrimProps) {
  const [wanted, setWanted] = useState<AudioCut>({ start: 0, length: longestCut })
  const part = useAudioPart(file)
  const cut = withinSound(wanted, part.duration)
  const lengths = lengthsFor(part.duration)
  const nearest = lengths.findLast((length) => length <= cut.length + 0.05) ?? lengths[0]
  const latest = part.duration === null ? 600 : Math.max(0, part.duration - cut.length)
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title="Which part of it?"
      description={`Venice takes up to ${longestCut} seconds of ${file.name}.`}
      width="sm"
      footer={
        <>
          <Button look="quiet" onClick={onClose}>
            Leave it
          </Button>
          <Button look="lamp" onClick={() => onCut(cut)}>
            Use these {cut.length} s
          </Button>
        </>
      }
    >
      <div className="grid gap-5">
        <label className="grid gap-2">
          <span className="flex justify-between text-sm font-medium">
            Starts at
            <span className="text-ink-soft">
              {clock(cut.start)} – {clock(cut.start + cut.length)}
              {part.duration !== null && <span className="text-ink-faint"> of {clock(part.duration)}</span>}
            </span>
          </span>
          <input
            type="range"
            min={0}
            max={latest}
            step={0.1}
            value={cut.start}
            aria-valuetext={clock(cut.start)}
            className="h-8 w-full"
            onChange={(event) => setWanted({ ...cut, start: Number(event.target.value) })}
          />
          {part.duration !== null && <Window start={cut.start} length={cut.length} duration={part.duration} />}
        </label>
        <Segmented
          label="Length"
          showLabel
          value={nearest === undefined ? undefined : String(nearest)}
          onChange={(length) => setWanted({ ...cut, length: Number(length) })}
          segments={lengths.map((length) => ({ value: String(length), label: `${length} s` }))}
        />
        {part.readable ? (
          <Button className="justify-self-start" onClick={() => part.toggle(cut)}>
            {part.playing ? <Pause aria-hidden className="size-4" /> : <Play aria-hidden className="size-4" />}
            {part.playing ? 'Stop' : 'Play this part'}
          </Button>
        ) : (
          <p className="text-sm text-ink-faint">This browser cannot play the file; the studio reads it all the same.</p>
        )}
      </div>
    </Dialog>
  )
}

/** Where the part lies in the whole. */
function Window({ start, length, duration }: { start: number; length: number; duration: number }) {
  return (
    <span aria-hidden className="relative block h-2 overflow-hidden rounded-full bg-lifted">
      <span
        className="absolute inset-y-0 rounded-full bg-lamp"
        style={{ left: `${(start / duration) * 100}%`, width: `${(length / duration) * 100}%` }}
      />
    </span>
  )
}
