import { pixelOf } from './column-sheet'
import { roles } from './roles'

const named = {
  ground: '--color-well',
  raised: '--color-raised',
  lifted: '--color-lifted',
  edge: '--color-edge',
  strong: '--color-edge-strong',
  ink: '--color-ink',
  soft: '--color-ink-soft',
  faint: '--color-ink-faint',
  lamp: '--color-lamp',
  lampInk: '--color-lamp-ink',
  onLamp: '--color-on-lamp',
  done: '--color-done',
} as const

export type Colours = Record<keyof typeof named, string> & {
  roles: Record<string, string>
  /** The mixtures of the three bands, as pixels; see `mixtureOf`. */
  mixtures: readonly number[]
}

const steps = 5
const places = steps + 1

/**
 * The theme's colours as a canvas takes them. A custom property keeps its `light-dark()` unread, so that an element is asked
 * what it looks like with it.
 */
export function readColours(host: HTMLElement): Colours {
  const probe = document.createElement('i')
  host.append(probe)
  const read = (variable: string) => {
    probe.style.color = `var(${variable})`
    return getComputedStyle(probe).color
  }
  const basic = Object.fromEntries(Object.entries(named).map(([name, variable]) => [name, read(variable)])) as Record<
    keyof typeof named,
    string
  >
  const byRole = Object.fromEntries(roles.map(({ role, colour }) => [role, read(colour)]))
  const bands = ['--color-band-low', '--color-band-mid', '--color-band-high'].map((name) => toRgb(read(name)))
  probe.remove()
  return { ...basic, roles: byRole, mixtures: mixed(bands) }
}

function toRgb(colour: string): readonly number[] {
  const pixel = document.createElement('canvas').getContext('2d', { willReadFrequently: true })
  if (!pixel) return [128, 128, 128]
  pixel.fillStyle = colour
  pixel.fillRect(0, 0, 1, 1)
  return [...pixel.getImageData(0, 0, 1, 1).data]
}

function mixed(bands: readonly (readonly number[])[]): number[] {
  const all: number[] = []
  for (let low = 0; low <= steps; low += 1) {
    for (let high = 0; high <= steps; high += 1) {
      const shares = [low, Math.max(0, steps - low - high), high]
      const sum = shares.reduce((total, share) => total + share, 0)
      const part = (channel: number) =>
        Math.round(bands.reduce((total, band, at) => total + (band[channel] ?? 0) * ((shares[at] ?? 0) / sum), 0))
      all.push(pixelOf(part(0), part(1), part(2)))
    }
  }
  return all
}

/**
 * Which mixture three bands make, each 0 to 255 in even steps of decibels. Cubed, so that the louder band shows: plain
 * decibels of finished music lie so close together that everything would be of one colour.
 */
export function mixtureOf(low: number, mid: number, high: number): number {
  const [l, m, h] = [low ** 3, mid ** 3 * 1.1, high ** 3 * 1.5]
  const sum = l + m + h
  if (sum === 0) return 0
  const lowStep = Math.round((l / sum) * steps)
  const highStep = Math.min(steps - lowStep, Math.round((h / sum) * steps))
  return lowStep * places + highStep
}
