/** Datums against places published in several of them, and there and back again. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gcjToBd, type Place, toGcj, toWgsFrom } from './datum.ts'

/** Within a decimetre. */
const near = ([lon, lat]: Place, [x, y]: Place, within = 1e-6) => {
  expect(Math.abs(lon - x)).toBeLessThan(within)
  expect(Math.abs(lat - y)).toBeLessThan(within)
}

/** The square of 天安门 as the published formulas have it. */
const square: Place = [116.404, 39.915]

describe('a place', () => {
  it('given in WGS-84 or CGCS2000 stays where it is', () => {
    expect(toWgsFrom('WGS-84', square)).toEqual(square)
    expect(toWgsFrom('CGCS2000', square)).toEqual(square)
  })

  it('is shifted to GCJ-02 and BD-09 as published', () => {
    near(toGcj(square), [116.410_244_499_169_38, 39.916_404_281_501_64])
    near(gcjToBd(square), [116.410_369_493_710_29, 39.921_336_993_510_21])
  })

  it('comes back from GCJ-02 and BD-09 to where it was published', () => {
    near(toWgsFrom('GCJ-02', [116.410_244_499_169_38, 39.916_404_281_501_64]), square)
    near(toWgsFrom('BD-09', [116.416_627_243_787_7, 39.922_699_552_216_216]), square, 5e-6)
  })

  it('comes back exactly wherever it is in the country', () => {
    const place = fc.tuple(
      fc.double({ min: 74, max: 134, noNaN: true }),
      fc.double({ min: 18, max: 53, noNaN: true }),
    ) as fc.Arbitrary<Place>
    fc.assert(
      fc.property(place, (at) => {
        near(toWgsFrom('GCJ-02', toGcj(at)), at, 1e-8)
        near(toWgsFrom('BD-09', gcjToBd(toGcj(at))), at, 1e-8)
      }),
    )
  })
})
