/** The options of many firms: each fits its firm, is worth what its parts say, and buildings share them. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { match } from './match.ts'
import { openNeed } from './need.ts'
import { optionsFor } from './options.ts'
import { matchRules } from './rules.ts'
import { anyNeed, district, plainUnit, today } from './samples.ts'
import type { Unit } from './unit.ts'

const rules = matchRules.parse({ limits: { offers: 10_000 } })

it('options are offers of the firm, in their order, with the units and areas they take', () =>
  fc.assert(
    fc.property(fc.array(anyNeed, { maxLength: 3 }), district(), fc.integer({ min: 1, max: 8 }), (needs, units, most) => {
      const all = optionsFor(needs, units, rules, today, most)
      expect(all.length).toBe(needs.length)
      needs.forEach((need, firm) => {
        const { offers } = match(need, units, rules, today)
        const options = all[firm]!
        expect(options.length).toBe(Math.min(most, offers.length))
        const places = options.map(({ key }) => offers.findIndex((offer) => offer.key === key))
        expect(places).toEqual([...places].sort((a, b) => a - b))
        options.forEach(({ uses, area, parts, labels }, at) => {
          const offer = offers[places[at]!]!
          expect(uses.map(({ unit }) => unit)).toEqual(offer.units.map(({ id }) => id))
          expect(uses.reduce((sum, use) => sum + use.area, 0)).toBe(area)
          expect(area).toBe(Math.round(offer.area * 100))
          expect(parts).toMatchObject({ fit: Math.round(offer.score * 10), splits: offer.units.length - 1 })
          expect(Object.values(parts).every(Number.isInteger)).toBe(true)
          expect(labels.building).toBe(offer.units[0].building)
        })
      })
    }),
    { numRuns: 200 },
  ))

it('no building has more than a fifth while others have some', () => {
  const unit = (building: string, n: number, rent: number): Unit => ({ ...plainUnit, id: `${building}${n}`, building, rent })
  const cheap = Array.from({ length: 20 }, (_, n) => unit('a', n, 10))
  const dear = Array.from({ length: 6 }, (_, n) => unit(`b${n}`, n, 30))
  const buildings = (units: Unit[]) =>
    optionsFor([{ ...openNeed, budget: 12_800 }], units, rules, today, 10)[0]!.map(({ labels }) => labels.building)
  expect(buildings([...cheap, ...dear])).toEqual(['a', 'a', 'a', 'a', 'b0', 'b1', 'b2', 'b3', 'b4', 'b5'])
  expect(buildings(cheap)).toEqual(Array.from({ length: 10 }, () => 'a'))
})

it('the parts of an option are whole figures of the space', () => {
  const unit = { ...plainUnit, area: 100.5, rent: 30.25, freeFrom: '2026-01-05' }
  expect(optionsFor([{ ...openNeed, direction: '数字城市' }], [unit], rules, today)).toMatchObject([
    [{ area: 10_050, from: '2026-01-05', parts: { fit: 988, rent: 3040, splits: 0, cluster: 3 } }],
  ])
})
