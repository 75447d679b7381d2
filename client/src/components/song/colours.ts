import { mixtures } from './band-mixture'
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
  return mixtures.map((shares) => {
    const part = (channel: number) =>
      Math.round(bands.reduce((total, band, at) => total + (band[channel] ?? 0) * (shares[at] ?? 0), 0))
    return pixelOf(part(0), part(1), part(2))
  })
}
