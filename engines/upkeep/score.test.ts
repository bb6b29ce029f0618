/** The score of an operator: within its bounds, better when anything gets better, silent about what is not known. */
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Facts, type Rule, scoreOf } from './score.ts'

const rule: Rule = { weights: { response: 40, occupancy: 30, satisfaction: 30 }, fullOccupancy: 0.9 }
const nothing: Facts = { response: { inTime: 0, all: 0 }, occupancy: { used: 0, all: 0 }, satisfaction: { sum: 0, marks: 0 } }

it('adds up its parts, each with its sentence', () => {
  const { points, parts } = scoreOf(
    { response: { inTime: 9, all: 10 }, occupancy: { used: 450, all: 1000 }, satisfaction: { sum: 40, marks: 10 } },
    rule,
  )
  expect(parts.map(({ points }) => points)).toEqual([36, 15, 22.5])
  expect(points).toBe(73.5)
  expect(parts.map(({ sentence }) => sentence)).toEqual([
    '按时办结 9 件，应办结 10 件，90% × 40 = 36 分',
    '使用 450 ㎡，可用 1000 ㎡，入驻率 45%，90% 得满分 30 分，得 15 分',
    '评价 10 次，平均 4 分（1 至 5 分），折合 22.5 分（满分 30 分）',
  ])
})

it('what is not known neither helps nor harms', () => {
  expect(scoreOf(nothing, rule).points).toBeNull()
  const { points, parts } = scoreOf({ ...nothing, occupancy: { used: 450, all: 1000 } }, rule)
  expect(points).toBe(50)
  expect(parts.map((part) => part.points)).toEqual([null, 15, null])
})

const facts = fc.record({
  response: fc.tuple(fc.nat(50), fc.nat(50)).map(([inTime, late]) => ({ inTime, all: inTime + late })),
  occupancy: fc.tuple(fc.nat(9000), fc.nat(9000)).map(([used, free]) => ({ used, all: used + free })),
  satisfaction: fc
    .array(fc.integer({ min: 1, max: 5 }))
    .map((marks) => ({ sum: marks.reduce((a, b) => a + b, 0), marks: marks.length })),
})

it('lies between 0 and 100, and one more ticket in time never lowers it', () => {
  fc.assert(
    fc.property(facts, (given) => {
      const { points } = scoreOf(given, rule)
      if (points === null) return
      expect(points).toBeGreaterThanOrEqual(0)
      expect(points).toBeLessThanOrEqual(100)
      if (given.response.all === 0) return
      const { inTime, all } = given.response
      const better = scoreOf({ ...given, response: { inTime: inTime + 1, all: all + 1 } }, rule)
      expect(better.parts[0]!.points!).toBeGreaterThanOrEqual(scoreOf(given, rule).parts[0]!.points!)
    }),
  )
})
