/** Maps are true to shape, discs to value, and labels stay apart, in the frame and off every disc. */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Disc, labelled, overlap, type Place, projection, radiiOf, type Size, widthOf } from './district-map.layout.ts'

const seed = <T>(name: string) => JSON.parse(readFileSync(new URL(`../../../seed/map/${name}`, import.meta.url), 'utf8')) as T
const boundary = seed<{ geometry: { coordinates: Place[][] } }>('500109.json').geometry.coordinates.flat()
const { zones } = seed<{ zones: { name: string; at: Place }[] }>('zones.json')

describe('the projection', () => {
  it('has north above and east on the right, whole in its frame, as wide for its height as the land is', () => {
    const frame = { width: 900, height: 400 }
    const place = projection(boundary, frame, 20)
    const points = boundary.map(place)
    const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)]
    expect(Math.min(...ys)).toBeCloseTo(20, 6)
    expect(Math.max(...ys)).toBeCloseTo(380, 6)
    expect((Math.min(...xs) + Math.max(...xs)) / 2).toBeCloseTo(450, 6)
    expect(place([106.5, 30]).y).toBeLessThan(place([106.5, 29.7]).y)
    expect(place([106.6, 29.8]).x).toBeGreaterThan(place([106.4, 29.8]).x)
    const [across, down] = [place([106.5, 29.87]).x - place([106.4, 29.87]).x, place([106.5, 29.8]).y - place([106.5, 29.9]).y]
    expect(across / down).toBeCloseTo(Math.cos((29.87 * Math.PI) / 180), 3)
  })

  it('sets a single place into the middle', () => {
    expect(projection([[106, 30]], { width: 200, height: 100 }, 10)([106, 30])).toEqual({ x: 100, y: 50 })
  })
})

it('areas are as values; nothing and less than nothing have none', () => {
  expect(radiiOf([100, 25, 0, -4], 30)).toEqual([30, 15, 0, 0])
  expect(radiiOf([0, 0], 30)).toEqual([0, 0])
})

describe('labels', () => {
  const check = (discs: Disc[], sizes: Size[], frame: Size) => {
    const labels = labelled(discs, sizes, frame)
    const boxes = labels.flatMap((label) => (label ? [label.box] : []))
    for (const { x, y, width, height } of boxes) {
      expect(Math.min(x, y, frame.width - x - width, frame.height - y - height)).toBeGreaterThanOrEqual(0)
      for (const disc of discs) {
        const [across, down] = [Math.max(x - disc.x, 0, disc.x - x - width), Math.max(y - disc.y, 0, disc.y - y - height)]
        expect(Math.hypot(across, down)).toBeGreaterThanOrEqual(disc.radius)
      }
    }
    boxes.forEach((box, at) => {
      for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false)
    })
    return labels
  }
  const disc = fc.record({
    x: fc.integer({ min: 30, max: 470 }),
    y: fc.integer({ min: 30, max: 370 }),
    radius: fc.integer({ min: 4, max: 32 }),
  })
  const size = fc.record({ width: fc.integer({ min: 30, max: 200 }), height: fc.constant(36) })

  it('never meet, cover no disc and stay in the frame, wherever the discs are', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(disc, size), { maxLength: 9 }), (marks) => {
        const [discs, sizes] = [marks.map(([each]) => each), marks.map(([, each]) => each)]
        const labels = check(discs, sizes, { width: 500, height: 400 })
        expect(labelled(discs, sizes, { width: 500, height: 400 })).toEqual(labels)
      }),
      { numRuns: 60 },
    )
  })

  it('are left out rather than squeezed in', () => {
    const [label] = check([{ x: 50, y: 50, radius: 10 }], [{ width: 200, height: 36 }], { width: 100, height: 100 })
    expect(label).toBeNull()
  })

  it.each([310, 342, 560, 860, 1240])('name all six zones of the district, %d wide', (width) => {
    const frame = { width, height: 400 }
    const place = projection(boundary, frame, 28)
    const radii = radiiOf([236, 198, 124, 71, 9, 0], 28)
    const discs = zones.map(({ at }, index) => ({ ...place(at), radius: Math.max(radii[index]!, 4) + 4 }))
    const sizes = zones.map(({ name }) => ({ width: Math.min(widthOf(name) * 13, width / 2), height: 36 }))
    expect(check(discs, sizes, frame)).not.toContain(null)
  })
})
