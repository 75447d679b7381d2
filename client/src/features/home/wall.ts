const grid = 'grid grid-cols-2 gap-2.5'
const picture = 'aspect-video w-full rounded-md'

/** Fewer than fill the wall hang in one row; on a phone in pairs, under the newest one where they do not come out even. */
const rows = [
  { wall: 'grid gap-2.5 lg:grid-cols-2', tile: picture },
  { wall: grid, tile: picture },
  { wall: `${grid} lg:grid-cols-3`, tile: `${picture} first:col-span-2 lg:first:col-span-1` },
  { wall: `${grid} lg:grid-cols-4`, tile: picture },
]

/** How many clips under way are shown one by one. */
export const mostRunning = 4

/** How many pictures fill the wall: the newest one large, two by two, and the others around it. */
export const wholeWall = 5
const whole = { wall: `${grid} lg:grid-cols-4`, tile: `${picture} first:col-span-2 lg:first:row-span-2` }

/** How so many pictures hang, without a hole among them. */
export function wallOf(count: number): { wall: string; tile: string } {
  return rows[count - 1] ?? whole
}
