import { useEffect, useRef } from 'react'
import type { AnySection } from '@/api/track-types'
import { cx } from '@/lib/cx'
import { readColours, type Colours } from './colours'
import { paintWave } from './paint-wave'
import { wholeOf } from './view-window'
import type { Waveform } from './waveform'

/** A stretch between two cuts; `spare`: the share of what is paid for that is not used, 0 to 1. */
export interface StripCut {
  start: number
  end: number
  spare: number
}

interface SongStripProps {
  label: string
  duration: number
  waveform: Waveform | null
  sections: readonly AnySection[]
  cuts: readonly StripCut[]
  className?: string
}

const band = 5
const shots = 18

/** The whole song with its sections and where it is cut. A picture: what it shows is told in words beside it. */
export function SongStrip({ label, duration, waveform, sections, cuts, className }: SongStripProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const paint = () => paintStrip(canvas.current, { duration, waveform, sections, cuts })
    paint()
    const sized = new ResizeObserver(paint)
    if (canvas.current) sized.observe(canvas.current)
    const themed = new MutationObserver(paint)
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => {
      sized.disconnect()
      themed.disconnect()
    }
  }, [duration, waveform, sections, cuts])
  return (
    <div
      role="img"
      aria-label={label}
      className={cx('relative overflow-hidden rounded-md border border-edge bg-well', className)}
    >
      <canvas ref={canvas} className="absolute inset-0 size-full" />
    </div>
  )
}

type Strip = Pick<SongStripProps, 'duration' | 'waveform' | 'sections' | 'cuts'>

function paintStrip(canvas: HTMLCanvasElement | null, { duration, waveform, sections, cuts }: Strip) {
  const ink = canvas && canvas.clientWidth > 0 ? canvas.getContext('2d') : null
  if (!canvas || !ink) return
  const [width, height] = [canvas.clientWidth, canvas.clientHeight]
  const density = Math.min(2, window.devicePixelRatio || 1)
  canvas.width = Math.round(width * density)
  canvas.height = Math.round(height * density)
  ink.scale(density, density)
  const colours = readColours(canvas.parentElement ?? document.body)
  const view = wholeOf(duration)
  const x = (seconds: number) => (seconds / view.end) * width
  for (const section of sections) {
    ink.fillStyle = colours.roles[section.role] ?? colours.faint
    ink.globalAlpha = 0.09
    ink.fillRect(x(section.start), 0, x(section.end) - x(section.start), height)
    ink.globalAlpha = 1
    ink.fillRect(x(section.start), 0, x(section.end) - x(section.start) - 1, band)
  }
  if (waveform) {
    ink.globalAlpha = 0.7
    paintWave(ink, waveform, view, { x: 0, y: band + 2, width, height: height - band - shots - 4 }, colours)
    ink.globalAlpha = 1
  }
  cuts.forEach((cut) => paintCut(ink, cut, { x, height, colours }))
}

interface Place {
  x: (seconds: number) => number
  height: number
  colours: Colours
}

/** A block under the wave, and in it, slanted, what is bought and not used. */
function paintCut(ink: CanvasRenderingContext2D, cut: StripCut, { x, height, colours }: Place) {
  const [from, to] = [x(cut.start), x(cut.end)]
  ink.fillStyle = colours.ink
  ink.globalAlpha = 0.4
  ink.fillRect(from, band, 1, height - band - shots)
  ink.globalAlpha = 1
  ink.fillStyle = colours.strong
  ink.fillRect(from + 0.5, height - shots, Math.max(1, to - from - 1), shots - 4)
  if (cut.spare <= 0.01) return
  ink.fillStyle = colours.lampInk
  const waste = Math.min(1, cut.spare) * (shots - 4)
  ink.fillRect(from + 0.5, height - 4 - waste, Math.max(1, to - from - 1), waste)
}
