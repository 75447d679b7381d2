import type { Sheet } from './paint-lanes'
import { xOf } from './view-window'

/** The film under the wave: a block for every shot with its number, and a line up through the wave where it is cut. */
export function paintShots({ ink, width, view, lanes, scene, colours }: Sheet): void {
  if (!scene.shots || lanes.shots === 0) return
  const top = lanes.ruler + lanes.sections + lanes.wave
  const wave = lanes.ruler + lanes.sections
  ink.fillStyle = colours.raised
  ink.fillRect(0, top, width, lanes.shots)
  ink.font = '500 12px "Instrument Sans", "Instrument Sans Stand-in", sans-serif'
  ink.textBaseline = 'middle'
  for (const shot of scene.shots) {
    const [from, to] = [xOf(shot.start, view, width), xOf(shot.end, view, width)]
    if (to < 0 || from > width) continue
    const room = Math.max(1, to - from - 1.5)
    ink.fillStyle = shot.chosen ? colours.lamp : shot.state === 'empty' ? colours.lifted : colours.strong
    ink.fillRect(from + 0.75, top + 4, room, lanes.shots - 8)
    if (shot.state === 'approved') {
      ink.fillStyle = shot.chosen ? colours.lampInk : colours.done
      ink.fillRect(from + 0.75, top + lanes.shots - 7, room, 3)
    }
    ink.fillStyle = shot.chosen ? colours.lampInk : colours.ink
    ink.globalAlpha = shot.chosen ? 1 : 0.55
    if (shot.start > 0) ink.fillRect(Math.round(from), wave, shot.chosen ? 2 : 1, lanes.wave)
    ink.globalAlpha = 1
    if (room < ink.measureText(shot.label).width + 8) continue
    ink.fillStyle = shot.chosen ? colours.onLamp : shot.state === 'empty' ? colours.soft : colours.ground
    ink.fillText(shot.label, from + 5, top + lanes.shots / 2 - 1)
  }
}
