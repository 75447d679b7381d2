import { mixtureOf, mixtures } from './band-mixture'

/** Bars of one colour. */
export interface ShapePart {
  /** What the bars are filled with. */
  colour: string
  /** All of them, in a field that is one unit wide for each bar and two high, with the middle at 0. */
  path: string
}

const columnBytes = 4
const gap = 0.28
// A song that is quiet throughout is not drawn as if it were loud, and silence is still a line.
const quietest = 24
const line = 0.03

/** The bars of a song at a glance, by colour. `bytes`: four a bar, which are its swing (0 to 127) and the loudness of three bands. */
export function shapeParts(bytes: Uint8Array): ShapePart[] {
  const bars = Array.from({ length: Math.floor(bytes.length / columnBytes) }, (_, at) =>
    bytes.subarray(at * columnBytes, (at + 1) * columnBytes),
  )
  const loudest = Math.max(quietest, ...bars.map(([swing = 0]) => swing))
  const parts = new Map<string, string>()
  for (const [at, [swing = 0, low = 0, mid = 0, high = 0]] of bars.entries()) {
    const colour = colourOf(mixtureOf(low, mid, high))
    const half = Math.max(line, swing / loudest)
    const bar = `M${(at + gap / 2).toFixed(2)} ${(-half).toFixed(2)}h${1 - gap}v${(half * 2).toFixed(2)}h${gap - 1}z`
    parts.set(colour, (parts.get(colour) ?? '') + bar)
  }
  return [...parts].map(([colour, path]) => ({ colour, path }))
}

function colourOf(mixture: number): string {
  const [low = 0, mid = 0, high = 0] = mixtures[mixture] ?? []
  const dark = low + mid > 0 ? Math.round((low / (low + mid)) * 100) : 0
  const warm = `color-mix(in srgb, var(--color-band-low) ${dark}%, var(--color-band-mid))`
  return `color-mix(in srgb, var(--color-band-high) ${Math.round(high * 100)}%, ${warm})`
}
