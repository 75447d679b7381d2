import { shapeOf } from '@/lib/offer-words'

const room = 14

/** A rectangle of the ratio, as large as fits the line. */
export function RatioIcon({ ratio }: { ratio: string }) {
  const shape = shapeOf(ratio)
  if (shape === null) return null
  const width = shape >= 1 ? room : room * shape
  const height = shape >= 1 ? room / shape : room
  return (
    <svg
      aria-hidden
      viewBox="0 0 16 16"
      className="size-4 shrink-0"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
    >
      <rect x={8 - width / 2} y={8 - height / 2} width={width} height={height} rx="1" />
    </svg>
  )
}
