/** A building from the street: as many storeys as it has, and light in the windows of rooms that are let. */
import { chanceOf } from '#seed/history/chance.ts'
import type { Site } from '../ground/sites.ts'
import { type Canvas, openCanvas } from './canvas.ts'
import { write } from './letters.ts'
import { type Colour, pngOf } from './png.ts'
import type { Seen } from './rooms.ts'

const [width, height] = [720, 540]
const street = 470

type Coat = { wall: Colour; side: Colour; trim: Colour }
const coats: Coat[] = [
  { wall: [222, 214, 201], side: [197, 187, 171], trim: [178, 166, 148] },
  { wall: [205, 213, 219], side: [178, 188, 197], trim: [156, 168, 179] },
  { wall: [214, 201, 190], side: [188, 172, 159], trim: [169, 150, 135] },
  { wall: [209, 216, 206], side: [183, 192, 179], trim: [160, 172, 156] },
]
const colour = {
  far: [205, 214, 224],
  ground: [188, 190, 184],
  kerb: [166, 168, 163],
  lit: [255, 214, 132],
  dark: [83, 99, 120],
  blind: [146, 158, 172],
  door: [70, 84, 103],
  trunk: [120, 106, 90],
  leaf: [137, 163, 132],
  words: [88, 100, 116],
} as const satisfies Record<string, Colour>

/** `storeys`: the rooms of each floor from the ground up; none where nothing is known of them. */
export function facade(site: Site, storeys: readonly Seen[][]): Buffer {
  const { name, floors, kind, plate } = site
  const chance = chanceOf('facade', name)
  const coat = chance.pick(coats)
  const on = openCanvas(width, height, sky(0))
  for (let band = 1; band < bands; band += 1) on.rectangle(0, (street * band) / bands, width, street / bands + 1, sky(band))
  for (let x = -20; x < width; x += 70) {
    const high = chance.between(24, 92)
    on.rectangle(x, street - high, chance.between(52, 86), high, colour.far)
  }
  on.rectangle(0, street, width, height - street, colour.ground)
  on.rectangle(0, street, width, 5, colour.kerb)

  const plant = kind === 'plant'
  const storey = Math.min(plant ? 62 : 46, Math.floor(390 / floors))
  const bay = plant ? 46 : 30
  const bays = Math.max(8, Math.min(plant ? 12 : 17, Math.round(Math.sqrt(plate) * (plant ? 0.29 : 0.47))))
  const [wide, high] = [bays * bay + 24, floors * storey + 14]
  const [left, top] = [Math.round((width - wide) / 2) - 14, street - high]
  on.rectangle(left + wide, top + 10, 30, high - 10, coat.side)
  on.rectangle(left, top, wide, high, coat.wall)
  on.rectangle(left - 5, top - 7, wide + 10, 9, coat.trim)
  if (plant) for (let x = 0; x + 80 < wide; x += 96) on.rectangle(left + x + 20, top - 21, 56, 14, coat.side)
  else on.rectangle(left + wide * 0.62, top - 25, 66, 18, coat.side)

  for (let floor = 0; floor < floors; floor += 1) {
    const under = street - (floor + 1) * storey
    const lights = lightsOf(storeys[floor] ?? [], bays)
    on.rectangle(left, under + storey - 2, wide, 2, coat.trim)
    lights.forEach((light, nth) => {
      const size: Size = plant ? [bay - 8, Math.round(storey * 0.46)] : [bay - 12, Math.round(storey * 0.6)]
      const across = left + 12 + nth * bay + (bay - size[0]) / 2
      window(on, [across, under + Math.round((storey - size[1]) / 2) - 1], size, colour[light], coat.trim)
    })
  }
  const gate = plant ? 74 : 58
  on.rectangle(left + (wide - gate) / 2 - 5, street - storey + 4, gate + 10, storey - 4, coat.trim)
  on.rectangle(left + (wide - gate) / 2, street - storey + 9, gate, storey - 9, colour.door)
  on.rectangle(left + wide / 2 - 1, street - storey + 9, 2, storey - 9, coat.trim)
  for (const x of [left - 46, left + wide + 66]) tree(on, x, chance.between(19, 27))
  write(on, '演示', [width - 50, height - 30], 30, colour.words)
  return pngOf(on)
}

/** Evening above, warm over the roofs. */
const bands = 30
const sky = (band: number): Colour => {
  const part = band / (bands - 1)
  return [Math.round(203 + 42 * part), Math.round(217 + 19 * part), Math.round(234 - 10 * part)]
}

type Light = 'lit' | 'dark' | 'blind'
/** Each room has its share of the windows, in the order of the rooms. */
function lightsOf(rooms: readonly Seen[], bays: number): Light[] {
  const own = rooms.filter(({ standing }) => standing !== 'shared')
  const whole = own.reduce((sum, { area }) => sum + area, 0)
  return Array.from({ length: bays }, (_, nth) => {
    let rest = ((nth + 0.5) / bays) * whole
    const room = own.find(({ area }) => {
      rest -= area
      return rest <= 0
    })
    return room ? (room.standing === 'let' ? 'lit' : 'dark') : 'blind'
  })
}

type Size = [wide: number, high: number]
function window(on: Canvas, [x, y]: [number, number], [wide, high]: Size, pane: Colour, frame: Colour): void {
  on.rectangle(x - 1, y - 1, wide + 2, high + 3, frame)
  on.rectangle(x, y, wide, high, pane)
  on.rectangle(x + wide / 2 - 1, y, 2, high, frame)
}

function tree(on: Canvas, x: number, radius: number): void {
  on.rectangle(x - 2, street - radius * 2, 5, radius * 2, colour.trunk)
  on.disc(x, street - radius * 2.1, radius, colour.leaf)
  on.disc(x - radius * 0.6, street - radius * 1.6, radius * 0.7, colour.leaf)
  on.disc(x + radius * 0.6, street - radius * 1.6, radius * 0.7, colour.leaf)
}
