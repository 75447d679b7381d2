const steps = 5
const places = steps + 1

/** How much of the low, mid and high colour is in each mixture, together 1; the places are those of `mixtureOf`. */
export const mixtures: readonly (readonly [number, number, number])[] = Array.from(
  { length: places * places },
  (_, at) => {
    const [low, high] = [Math.floor(at / places), at % places]
    const mid = Math.max(0, steps - low - high)
    const sum = low + mid + high
    return [low / sum, mid / sum, high / sum]
  },
)

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
