import type { Platform } from '@/api/projects'

const shapes: Record<Platform, string> = { wide: '16 / 9', tall: '9 / 16', square: '1 / 1' }

/** The film's frame, for CSS. */
export function shapeOf(platform: Platform): string {
  return shapes[platform]
}
