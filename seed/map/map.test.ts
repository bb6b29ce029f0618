/** The map of the district: closed, where the district is, with every zone of the plan inside. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Place, toGcj, toWgs } from '#engines/geo/datum.ts'
import { bodies } from '../bodies.ts'

const read = <T>(name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8')) as T
const boundary = read<{ properties: Record<string, string>; geometry: { coordinates: Place[][] } }>('500109.json')
const { zones } = read<{ zones: { name: string; at: Place; precision: string }[] }>('zones.json')
const [ring] = boundary.geometry.coordinates

/** A ray to the east crosses the ring an odd number of times. */
const inside = ([lon, lat]: Place, of: Place[]) =>
  of.filter(([x, y], at) => {
    const [nextX, nextY] = of[(at + 1) % of.length]!
    return y > lat !== nextY > lat && lon < x + ((lat - y) / (nextY - y)) * (nextX - x)
  }).length %
    2 ===
  1

describe('the boundary', () => {
  it('is one closed ring around the district centre', () => {
    expect(boundary.geometry.coordinates).toHaveLength(1)
    expect(ring![0]).toEqual(ring!.at(-1))
    expect(ring!.length).toBeGreaterThan(400)
    expect(inside(toWgs([106.437868, 29.82543]), ring!)).toBe(true)
    expect(inside([106.55, 29.56], ring!)).toBe(false)
  })

  it('says where it comes from, in which datum, and what it is not', () => {
    expect(boundary.properties).toEqual({
      code: '500109',
      name: '北碚区',
      source: 'Apache ECharts 4.9.0 地图数据（Apache-2.0）',
      datum: 'WGS-84（由 GCJ-02 换算）',
      note: '边界为示意，不作为划界依据',
    })
  })

  it('has the extent of its source', () => {
    const [lons, lats] = [ring!.map(([lon]) => lon), ring!.map(([, lat]) => lat)]
    expect(toGcj([Math.min(...lons), 29.8])[0]).toBeCloseTo(106.3066, 3)
    expect(toGcj([Math.max(...lons), 29.8])[0]).toBeCloseTo(106.6885, 3)
    expect(toGcj([106.5, Math.min(...lats)])[1]).toBeCloseTo(29.6514, 3)
    expect(toGcj([106.5, Math.max(...lats)])[1]).toBeCloseTo(30.0859, 3)
  })
})

describe('the zones', () => {
  it('are those of the plan', () => {
    const parks = bodies.flatMap(({ kind, name }) => (kind === 'park' ? [name] : []))
    expect(zones.map(({ name }) => name).sort()).toEqual(parks.sort())
  })

  it.each(zones)('$name lies inside the district, and is said to be approximate', ({ at, precision }) => {
    expect(inside(at, ring!)).toBe(true)
    expect(precision).toBe('approx')
  })
})

describe('the datum', () => {
  it('shifts as published', () => {
    const [lon, lat] = toGcj([121.5272106, 31.1774276])
    expect(lon).toBeCloseTo(121.531541859215, 9)
    expect(lat).toBeCloseTo(31.17530398364597, 9)
  })

  it('is shifted back to the last millimetre', () => {
    const china = fc.tuple(fc.double({ min: 73, max: 135, noNaN: true }), fc.double({ min: 18, max: 53, noNaN: true }))
    fc.assert(
      fc.property(china, (place) => {
        const [lon, lat] = toWgs(toGcj(place))
        expect(Math.abs(lon - place[0])).toBeLessThan(1e-8)
        expect(Math.abs(lat - place[1])).toBeLessThan(1e-8)
      }),
    )
  })
})
