/** A floor from above: rooms on both sides of a corridor, each as large as its share of the floor. */
import { openCanvas } from './canvas.ts'
import { write } from './letters.ts'
import { type Colour, pngOf } from './png.ts'
import type { Seen } from './rooms.ts'

const [width, height] = [720, 540]
const colour = {
  paper: [250, 250, 247],
  wall: [92, 105, 122],
  corridor: [240, 240, 235],
  let: [207, 216, 226],
  vacant: [255, 255, 255],
  own: [252, 222, 154],
  shared: [228, 231, 226],
  words: [62, 76, 94],
  quiet: [126, 137, 150],
} as const satisfies Record<string, Colour>

const outline = { left: 40, top: 56, right: 680, bottom: 466 }
const corridor = 34
const wall = 4

/** `own`: the name of the room that is shown; null where all are. */
export function floorPlan(rooms: readonly Seen[], own: string | null): Buffer {
  const on = openCanvas(width, height, colour.paper)
  const { left, top, right, bottom } = outline
  on.rectangle(left - wall, top - wall, right - left + 2 * wall, bottom - top + 2 * wall, colour.wall)
  on.rectangle(left, top, right - left, bottom - top, colour.corridor)
  const sides = sidesOf(rooms)
  const whole = sumOf(rooms)
  const deep = bottom - top - (sides[1].length ? corridor : 0)
  const first = Math.round((deep * sumOf(sides[0])) / whole)
  row(sides[0], top, first, 'below')
  row(sides[1], top + first + corridor, deep - first, 'above')
  write(on, '演示', [width - 60, height - 34], 30, colour.quiet)
  return pngOf(on)

  function row(side: readonly Seen[], y: number, high: number, door: 'below' | 'above'): void {
    const sum = sumOf(side)
    let passed = 0
    side.forEach(({ name, area, standing }) => {
      const from = Math.round(left + ((right - left) * passed) / sum)
      passed += area
      const wide = Math.round(left + ((right - left) * passed) / sum) - from
      on.rectangle(from, y, wide, high, colour.wall)
      on.rectangle(from + wall / 2, y + wall / 2, wide - wall, high - wall, colour[name === own ? 'own' : standing])
      const opening = Math.min(22, wide - 10)
      if (opening > 5)
        on.rectangle(from + (wide - opening) / 2, door === 'below' ? y + high - wall / 2 : y, opening, wall / 2, colour.corridor)
      const label = wide > 58 ? name : wide > 26 ? name.slice(name.indexOf('-') + 1) : ''
      write(on, label, [from + wide / 2, y + high / 2], name === own ? 24 : 19, colour.words)
    })
  }
}

/** The first rooms lie on one side up to half the floor, the others opposite. */
function sidesOf(rooms: readonly Seen[]): [Seen[], Seen[]] {
  const whole = sumOf(rooms)
  let passed = 0
  const near = rooms.filter(({ area }, nth) => {
    const isNear = nth === 0 || passed + area / 2 <= whole / 2
    passed += area
    return isNear
  })
  return [near, rooms.slice(near.length)]
}

const sumOf = (rooms: readonly Seen[]) => rooms.reduce((sum, { area }) => sum + area, 0)
