const wide = 16 / 9

/** Width over height of a picture or film; that of a wide one where it is not known. */
export function shapeOfMedia(media: { width?: number | null; height?: number | null } | null | undefined): number {
  return media?.width && media.height ? media.width / media.height : wide
}

/**
 * How much higher rows of these pictures are than rows of wide ones, in which tall ones would be too narrow to be told apart. A
 * picture's area stays about the same, up to where three tall ones still go beside each other on a phone.
 */
export function tallerThanWide(shapes: readonly number[]): number {
  const mean = shapes.reduce((sum, shape) => sum + Math.log(shape), 0) / Math.max(1, shapes.length)
  return shapes.length === 0 ? 1 : Math.min(1.6, Math.max(1, Math.sqrt(wide / Math.exp(mean))))
}
