import { useEffect, useRef } from 'react'
import { songPlayer } from '@/lib/song-player'
import { readColours } from '@/components/song/colours'
import { paintWave } from '@/components/song/paint-wave'
import type { StageView } from '@/components/song/stage-view'
import { lengthOf, wholeOf } from '@/components/song/view-window'

/** The whole song, small, with a frame around what the stage shows. Everything it does the stage does too, with keys. */
export function Overview({ stage, scene }: { stage: StageView; scene: unknown }) {
  const host = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const here = useRef<HTMLDivElement>(null)

  useEffect(() => {
    const paint = () => paintWhole(canvas.current, stage)
    paint()
    const sized = new ResizeObserver(paint)
    if (canvas.current) sized.observe(canvas.current)
    const themed = new MutationObserver(paint)
    themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
    return () => {
      sized.disconnect()
      themed.disconnect()
    }
  }, [stage, scene])

  useEffect(() => {
    const look = () => {
      const whole = wholeOf(stage.scene.duration).end
      if (!frame.current) return
      frame.current.style.left = `${(stage.view.start / whole) * 100}%`
      frame.current.style.width = `${(lengthOf(stage.view) / whole) * 100}%`
      frame.current.style.visibility = lengthOf(stage.view) > whole * 0.995 ? 'hidden' : 'visible'
    }
    look()
    const offLook = stage.onLook(look)
    const offFrame = stage.onFrame((moment) => {
      if (here.current) here.current.style.left = `${(moment / wholeOf(stage.scene.duration).end) * 100}%`
    })
    return () => {
      offLook()
      offFrame()
    }
  }, [stage])

  const bring = (event: React.PointerEvent) => {
    const box = host.current?.getBoundingClientRect()
    if (!box || (event.buttons & 1) === 0) return
    const seconds = ((event.clientX - box.left) / box.width) * stage.scene.duration
    if (lengthOf(stage.view) > stage.scene.duration * 0.995) songPlayer.seek(seconds)
    else stage.pan(seconds - (stage.view.start + stage.view.end) / 2)
  }

  return (
    <div
      ref={host}
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        bring(event)
      }}
      onPointerMove={bring}
      className="relative h-11 touch-none overflow-hidden border-b border-edge bg-well"
    >
      <canvas ref={canvas} className="absolute inset-0 size-full" />
      <div ref={frame} className="absolute inset-y-0 rounded-sm border-2 border-ink-soft bg-ink/8" />
      <div ref={here} className="absolute inset-y-0 w-px bg-lamp-ink" />
    </div>
  )
}

function paintWhole(canvas: HTMLCanvasElement | null, stage: StageView) {
  if (!canvas || canvas.clientWidth === 0) return
  const ink = canvas.getContext('2d')
  if (!ink) return
  const { scene } = stage
  const [width, height] = [canvas.clientWidth, canvas.clientHeight]
  const density = Math.min(2, window.devicePixelRatio || 1)
  canvas.width = width * density
  canvas.height = height * density
  ink.scale(density, density)
  const colours = readColours(canvas.parentElement ?? document.body)
  const view = wholeOf(scene.duration)
  for (const section of scene.sections) {
    const from = (section.start / view.end) * width
    ink.fillStyle = colours.roles[section.role] ?? colours.faint
    ink.fillRect(from, height - 4, ((section.end - section.start) / view.end) * width - 1, 4)
  }
  if (!scene.waveform) return
  ink.globalAlpha = 0.75
  paintWave(ink, scene.waveform, view, { x: 0, y: 2, width, height: height - 8 }, colours)
}
