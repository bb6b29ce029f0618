/** A sheet to draw on in few colours: rectangles, discs and strokes with soft edges. */
import type { Colour, Picture } from './png.ts'

export type Canvas = Picture & {
  rectangle(x: number, y: number, width: number, height: number, colour: Colour): void
  disc(x: number, y: number, radius: number, colour: Colour): void
  /** A mark of `size` × `size` points, each covered in quarters. */
  mark(x: number, y: number, size: number, quarters: Uint8Array, colour: Colour): void
}

export function openCanvas(width: number, height: number, ground: Colour): Canvas {
  const colours: Colour[] = [ground]
  const numbers = new Map([[ground.join(), 0]])
  const points = new Uint8Array(width * height)
  const numberOf = (colour: Colour): number => {
    const key = colour.join()
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, colours.length)
    return colours.push(colour) - 1
  }
  const blends = new Map<number, number>()
  /** What a point of one colour becomes when so many quarters of it are covered by another. */
  const blend = (under: number, over: number, quarters: number): number => {
    if (quarters === 0 || quarters === 4) return quarters ? over : under
    const key = (under * 256 + over) * 4 + quarters
    const known = blends.get(key)
    if (known !== undefined) return known
    const [below, above] = [colours[under]!, colours[over]!]
    const mixed = below.map((part, i) => Math.round(part + ((above[i]! - part) * quarters) / 4)) as unknown as Colour
    const number = numberOf(mixed)
    blends.set(key, number)
    return number
  }
  const rectangle: Canvas['rectangle'] = (x, y, wide, high, colour) => {
    const [left, right] = [Math.max(0, Math.round(x)), Math.min(width, Math.round(x + wide))]
    const [top, bottom] = [Math.max(0, Math.round(y)), Math.min(height, Math.round(y + high))]
    const number = numberOf(colour)
    for (let row = top; row < bottom; row += 1) if (left < right) points.fill(number, row * width + left, row * width + right)
  }
  const mark: Canvas['mark'] = (x, y, size, quarters, colour) => {
    const number = numberOf(colour)
    const [left, top] = [Math.round(x), Math.round(y)]
    for (let row = 0; row < size; row += 1)
      for (let column = 0; column < size; column += 1) {
        const [across, down] = [left + column, top + row]
        if (across < 0 || across >= width || down < 0 || down >= height) continue
        const at = down * width + across
        points[at] = blend(points[at]!, number, quarters[row * size + column]!)
      }
  }
  const disc: Canvas['disc'] = (x, y, radius, colour) => {
    const size = Math.ceil(radius * 2) + 2
    const quarters = new Uint8Array(size * size)
    quarters.forEach((_, at) => {
      const distance = Math.hypot((at % size) + 0.5 - size / 2, Math.floor(at / size) + 0.5 - size / 2)
      quarters[at] = covered(radius - distance)
    })
    mark(x - size / 2, y - size / 2, size, quarters, colour)
  }
  return { width, height, colours, points, rectangle, disc, mark }
}

/** Quarters of a point covered whose middle lies so far within an edge. */
export const covered = (within: number): number => Math.max(0, Math.min(4, Math.round((within + 0.5) * 4)))
