/** Letters as a draughtsman writes them: strokes of one width; the figures, a dash, and the two characters of 演示. */
import { type Canvas, covered } from './canvas.ts'
import type { Colour } from './png.ts'

/** Strokes from point to point within a square of 100; across, down. */
const strokes: Record<string, string> = {
  0: '50,10 30,18 24,50 30,82 50,90 70,82 76,50 70,18 50,10',
  1: '32,26 54,10 54,90',
  2: '26,28 36,12 60,10 74,24 70,44 26,90 76,90',
  3: '28,16 50,10 70,18 70,40 48,48 72,58 74,78 50,90 26,82',
  4: '62,90 62,10 22,66 80,66',
  5: '72,10 34,10 30,46 54,42 74,56 72,80 50,90 26,82',
  6: '68,12 42,22 28,50 28,74 48,90 70,80 74,60 56,48 30,58',
  7: '24,10 76,10 44,90',
  8: '50,48 30,38 30,18 50,10 70,18 70,38 50,48 26,62 28,82 50,90 72,82 74,62 50,48',
  9: '70,42 44,52 26,40 30,18 52,10 72,26 72,50 58,78 32,88',
  '-': '28,52 72,52',
  演: '8,12 18,22;4,38 15,46;6,92 20,60;60,3 64,13;30,28 30,17 95,17 95,28;40,32 86,32;34,44 90,44 90,74 34,74 34,44;34,59 90,59;62,32 62,74;50,80 32,95;74,80 93,95',
  示: '22,16 78,16;6,40 94,40;50,40 50,92 38,84;28,56 10,80;72,56 91,78',
}

/** @param middle across and down; `size` of one letter in points */
export function write(on: Canvas, text: string, [x, y]: [number, number], size: number, colour: Colour): void {
  const letters = [...text]
  const steps = letters.map((letter) => size * (letter > '~' ? 1.08 : letter === '-' ? 0.5 : 0.62))
  let left = x - steps.reduce((sum, step) => sum + step, 0) / 2
  letters.forEach((letter, nth) => {
    on.mark(left + (steps[nth]! - size) / 2, y - size / 2, size, shapeOf(letter, size), colour)
    left += steps[nth]!
  })
}

/** Drawn once for each size. */
const drawn = new Map<string, Uint8Array>()
function shapeOf(letter: string, size: number): Uint8Array {
  const key = `${letter} ${size}`
  const known = drawn.get(key)
  if (known) return known
  const half = letter > '~' ? size * 0.042 : size * 0.055
  const lines = strokes[letter]!.split(';').flatMap(linesOf)
  const shape = new Uint8Array(size * size).map((_, at) => {
    const point: Point = [((at % size) + 0.5) * (100 / size), (Math.floor(at / size) + 0.5) * (100 / size)]
    const nearest = Math.min(...lines.map((line) => distance(point, line)))
    return covered(half - (nearest * size) / 100)
  })
  drawn.set(key, shape)
  return shape
}

type Point = readonly [number, number]
type Line = readonly [Point, Point]
function linesOf(stroke: string): Line[] {
  const stops = stroke.split(' ').map((stop) => stop.split(',').map(Number) as unknown as Point)
  return stops.slice(1).map((stop, nth) => [stops[nth]!, stop] as const)
}

function distance([x, y]: Point, [[fromX, fromY], [toX, toY]]: Line): number {
  const [wide, high] = [toX - fromX, toY - fromY]
  const along = Math.max(0, Math.min(1, ((x - fromX) * wide + (y - fromY) * high) / (wide * wide + high * high)))
  return Math.hypot(x - fromX - along * wide, y - fromY - along * high)
}
