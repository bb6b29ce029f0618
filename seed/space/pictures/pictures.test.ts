/** Drawings are true to what they show: storeys and light of a building, the share of each room of its floor. */
import { inflateSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { siteNamed } from '../ground/sites.ts'
import { openCanvas } from './canvas.ts'
import { facade } from './facade.ts'
import { floorPlan } from './floor-plan.ts'
import { pngOf } from './png.ts'
import type { Seen } from './rooms.ts'

/** How many points of each colour, as 'red,green,blue'. */
function pointsIn(png: Buffer): Map<string, number> {
  const chunks = new Map<string, Buffer>()
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + png.readUInt32BE(at)))
  const [colours, lines, width] = [chunks.get('PLTE')!, inflateSync(chunks.get('IDAT')!), chunks.get('IHDR')!.readUInt32BE(0)]
  const count = new Map<string, number>()
  let above = Buffer.alloc(width)
  for (let at = 0; at < lines.length; at += width + 1) {
    const line = Buffer.from(lines.subarray(at + 1, at + 1 + width))
    if (lines[at] === 2) for (let x = 0; x < width; x += 1) line[x]! += above[x]!
    for (const number of line) {
      const colour = colours.subarray(number * 3, number * 3 + 3).join()
      count.set(colour, (count.get(colour) ?? 0) + 1)
    }
    above = line
  }
  return count
}

const room = (name: string, area: number, standing: Seen['standing'] = 'let'): Seen => ({ name, area, standing })

it('a picture of few colours is read back point by point', () => {
  const sheet = openCanvas(7, 5, [1, 2, 3])
  sheet.rectangle(2, 1, 3, 2, [200, 100, 0])
  expect([...pointsIn(pngOf(sheet))]).toEqual([
    ['1,2,3', 29],
    ['200,100,0', 6],
  ])
})

describe('a building from the street', () => {
  const site = siteNamed('学府楼')
  const light = (storeys: Seen[][]) => pointsIn(facade(site, storeys)).get('255,214,132') ?? 0
  const storey = (standing: Seen['standing']) => [room('1-01', 10_000, standing)]

  it('has light in the windows of rooms that are let, and in no others', () => {
    const upper = Array.from({ length: site.floors - 1 }, () => storey('vacant'))
    const one = light([storey('vacant'), storey('let'), ...upper.slice(1)])
    expect(one).toBeGreaterThan(0)
    expect(light([storey('vacant'), ...upper])).toBe(0)
    expect(light([])).toBe(0)
    expect(light([storey('vacant'), storey('let'), storey('let'), ...upper.slice(2)])).toBe(2 * one)
  })
})

describe('a floor from above', () => {
  it('gives each room its share', () => {
    const rooms = [room('1-01', 30_000), room('1-02', 10_000, 'vacant'), room('1-03', 20_000, 'vacant'), room('1-04', 20_000)]
    const shareOf = (own: string) => {
      const points = pointsIn(floorPlan(rooms, own)).get('252,222,154')!
      return points / (640 * (410 - 34))
    }
    for (const { name, area } of rooms) expect(shareOf(name)).toBeCloseTo(area / 80_000, 1)
    expect(pointsIn(floorPlan(rooms, null)).has('252,222,154')).toBe(false)
  })

  it('is drawn with one room and with many narrow ones', () => {
    const many = Array.from({ length: 60 }, (_, nth) => room(`1-${String(nth + 1).padStart(2, '0')}`, 2500))
    for (const rooms of [[room('1-01', 90_000)], many]) expect(floorPlan(rooms, '1-01').length).toBeLessThan(15_000)
  })
})
