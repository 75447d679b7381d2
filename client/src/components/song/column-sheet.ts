/**
 * Columns of colour, filled pixel by pixel and laid on a canvas as one picture. Where no graphics card helps, a thousand rectangles
 * a frame cost more than all else on the canvas.
 */
export class ColumnSheet {
  private readonly canvas = document.createElement('canvas')
  private readonly ink = this.canvas.getContext('2d')
  private image: ImageData | null = null
  private pixels = new Uint32Array(0)
  private density = 1

  /** Makes it empty. Sizes are the page's pixels, of each of which the canvas has `density` in a row. */
  clear(width: number, height: number, density: number): void {
    const [columns, rows] = [Math.max(1, Math.round(width * density)), Math.max(1, Math.round(height * density))]
    this.density = density
    if (this.image?.width === columns && this.image.height === rows) {
      this.pixels.fill(0)
      return
    }
    this.canvas.width = columns
    this.canvas.height = rows
    this.image = this.ink?.createImageData(columns, rows) ?? null
    this.pixels = this.image ? new Uint32Array(this.image.data.buffer) : new Uint32Array(0)
  }

  /** One column, in a colour of `pixelOf`; its ends are as strong as the part of a pixel that they cover. */
  column(x: number, width: number, top: number, bottom: number, pixel: number): void {
    const { image, pixels, density } = this
    if (!image) return
    const [from, to] = [Math.max(0, Math.round(x * density)), Math.min(image.width, Math.round((x + width) * density))]
    const [above, below] = [Math.max(0, top * density), Math.min(image.height, bottom * density)]
    const [first, end] = [Math.ceil(above), Math.floor(below)]
    for (let at = from; at < to; at += 1) {
      for (let place = first * image.width + at; place < end * image.width; place += image.width) pixels[place] = pixel
      if (first > above) pixels[(first - 1) * image.width + at] = faded(pixel, first - above)
      if (below > end) pixels[end * image.width + at] = faded(pixel, below - end)
    }
  }

  drawOn(onto: CanvasRenderingContext2D, x: number, y: number): void {
    if (!this.image) return
    this.ink?.putImageData(this.image, 0, 0)
    onto.drawImage(this.canvas, x, y, this.image.width / this.density, this.image.height / this.density)
  }
}

/** A colour as a pixel of an image: alpha, blue, green and red from the highest byte down, as little-endian memory has them. */
export function pixelOf(red: number, green: number, blue: number): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0
}

function faded(pixel: number, share: number): number {
  return ((pixel & 0xffffff) | (Math.round(share * 255) << 24)) >>> 0
}
