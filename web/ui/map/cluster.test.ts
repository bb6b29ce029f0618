/** Pins drawn together: none is lost, none is drawn twice, and near the ground each stands for itself. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apartFrom, boxAround, clustered, fanned, type Place } from './cluster.ts'

const place = fc.tuple(
  fc.double({ min: 106.3, max: 106.6, noNaN: true }),
  fc.double({ min: 29.6, max: 30, noNaN: true }),
) as fc.Arbitrary<Place>
const pins = fc.array(place, { maxLength: 60 }).map((places) => places.map((at, key) => ({ key: String(key), at })))

describe('clusters', () => {
  it('hold every pin once, within the box of their pins', () => {
    fc.assert(
      fc.property(pins, fc.double({ min: 8, max: 19, noNaN: true }), (of, zoom) => {
        const found = clustered(of, zoom)
        expect(found.flatMap(({ pins }) => pins.map(({ key }) => key)).sort()).toEqual(of.map(({ key }) => key).sort())
        for (const { at, pins } of found) {
          const [west, south, east, north] = boxAround(pins.map(({ at }) => at))!
          expect(at[0] >= west - 1e-9 && at[0] <= east + 1e-9 && at[1] >= south - 1e-9 && at[1] <= north + 1e-9).toBe(true)
        }
      }),
    )
  })

  it('are one for the whole district from far away, and one each near the ground', () => {
    const two: { key: string; at: Place }[] = [
      { key: 'a', at: [106.43, 29.82] },
      { key: 'b', at: [106.4301, 29.8201] },
    ]
    expect(clustered(two, 8)).toHaveLength(1)
    expect(clustered(two, apartFrom)).toHaveLength(2)
  })

  it('at one place are fanned out around it, each by itself where it stands alone', () => {
    const same = { at: [106.43, 29.82] as const }
    expect(
      clustered(
        [
          { key: 'a', ...same },
          { key: 'b', ...same },
        ],
        19,
      ),
    ).toHaveLength(1)
    expect(fanned(0, 1)).toEqual([0, 0])
    expect(new Set([0, 1, 2].map((at) => fanned(at, 3).map(Math.round).join())).size).toBe(3)
  })
})
