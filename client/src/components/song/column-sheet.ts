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
  // Of each column of the canvas: where it begins and ends, in its pixels, and its colour.
  private tops = new Float32Array(0)
  private bottoms = new Float32Array(0)
  private colours = new Uint32Array(0)

  /** Makes it empty. Sizes are the page's pixels, of each of which the canvas has `density` in a row. */
  clear(width: number, height: number, density: number): void {
    const [columns, rows] = [Math.max(1, Math.round(width * density)), Math.max(1, Math.round(height * density))]
    this.density = density
    if (this.image?.width !== columns || this.image.height !== rows) {
      this.canvas.width = columns
      this.canvas.height = rows
      this.image = this.ink?.createImageData(columns, rows) ?? null
      this.pixels = this.image ? new Uint32Array(this.image.data.buffer) : new Uint32Array(0)
      this.tops = new Float32Array(columns)
      this.bottoms = new Float32Array(columns)
      this.colours = new Uint32Array(columns)
    }
    this.bottoms.fill(0)
  }

  /** One column, in a colour of `pixelOf`. */
  column(x: number, width: number, top: number, bottom: number, pixel: number): void {
    const { density } = this
    const [from, to] = [Math.max(0, Math.round(x * density)), Math.round((x + width) * density)]
    this.tops.fill(Math.max(0, top * density), from, to)
    this.bottoms.fill(bottom * density, from, to)
    this.colours.fill(pixel, from, to)
  }

  drawOn(onto: CanvasRenderingContext2D, x: number, y: number): void {
    if (!this.image) return
    this.fill(this.image.width, this.image.height)
    this.ink?.putImageData(this.image, 0, 0)
    onto.drawImage(this.canvas, x, y, this.image.width / this.density, this.image.height / this.density)
  }

  /**
   * Row by row, as the memory lies: column by column it took twice as long. The ends of a column are as strong as the part of a pixel
   * that they cover.
   */
  private fill(width: number, height: number): void {
    const { pixels, tops, bottoms, colours } = this
    let at = 0
    for (let row = 0; row < height; row += 1) {
      for (let column = 0; column < width; column += 1) {
        const top = tops[column] ?? 0
        const bottom = bottoms[column] ?? 0
        let pixel = 0
        if (row + 1 > top && row < bottom) {
          pixel = colours[column] ?? 0
          if (row < top || row + 1 > bottom) pixel = faded(pixel, Math.min(row + 1, bottom) - Math.max(row, top))
        }
        pixels[at] = pixel
        at += 1
      }
    }
  }
}

/** A colour as a pixel of an image: alpha, blue, green and red from the highest byte down, as little-endian memory has them. */
export function pixelOf(red: number, green: number, blue: number): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0
}

function faded(pixel: number, share: number): number {
  return ((pixel & 0xffffff) | (Math.round(share * 255) << 24)) >>> 0
}
