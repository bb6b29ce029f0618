/** A near miss fits once what it says is done, and it says the least that has to be done. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Change, Remedy } from './demand.ts'
import { match } from './match.ts'
import { type Need, openNeed } from './need.ts'
import { failures, isConnected } from './oracle.ts'
import { defaultRules, type MatchRules, matchRules, wishes } from './rules.ts'
import { anyNeed, district, plainUnit, today } from './samples.ts'
import type { Unit } from './unit.ts'

const all: MatchRules = matchRules.parse({ limits: { offers: 10_000, nearMisses: 1000 }, near: { most: 1 } })
const strict: MatchRules = matchRules.parse({ ...all, binding: wishes })

/** Each way of taking one remedy of each miss. */
const choices = (misses: { remedies: Remedy[] }[]): Remedy[][] =>
  misses.reduce<Remedy[][]>((before, { remedies }) => before.flatMap((taken) => remedies.map((one) => taken.concat(one))), [[]])

const applied = (need: Need, unit: Unit, changes: Change[]): { need: Need; unit: Unit } => ({
  need: changes.reduce((now, change) => Object.assign(now, change.need), { ...need }),
  unit: changes.reduce((now, change) => Object.assign(now, change.unit), { ...unit }),
})

const missesOf = (need: Partial<Need>, unit: Partial<Unit>, ...others: Unit[]) => {
  const units = [{ ...plainUnit, ...unit }, ...others]
  return match({ ...openNeed, ...need }, units, defaultRules, today).nearMisses
}

describe('a near miss', () => {
  it('fits once the change of any of its remedies is made', () => {
    let joined = 0
    fc.assert(
      fc.property(anyNeed, district(), (need, units) => {
        const { nearMisses, excluded } = match(need, units, strict, today)
        for (const { unit, misses, join } of nearMisses) {
          const { failed } = excluded.units.find((one) => one.unit === unit)!
          expect(misses.map(({ name }) => name)).toEqual(failed)
          expect(misses.length).toBeLessThanOrEqual(2)
          for (const taken of choices(misses)) {
            const after = applied(
              need,
              unit,
              taken.map(({ change }) => change),
            )
            expect(failures(after.need, [after.unit], strict, today)).toEqual([])
          }
          if (join === null) continue
          joined += 1
          const after = { ...need, ...join.change.need }
          const space = [unit, ...join.with]
          expect(failures(after, space, strict, today)).toEqual([])
          expect(isConnected(space, after.floors)).toBe(true)
          expect(space.length).toBeLessThanOrEqual(after.parts)
        }
      }),
      { numRuns: 600 },
    )
    expect(joined).toBeGreaterThan(20)
  })

  it('lacks no more than is still near, and the least lacking stand first', () =>
    fc.assert(
      fc.property(anyNeed, district(), (need, units) => {
        const lacks = match(need, units, defaultRules, today).nearMisses.map(({ lack }) => lack)
        expect(lacks).toEqual([...lacks].sort((a, b) => a - b))
        for (const lack of lacks)
          expect(lack).toBeLessThanOrEqual(2 * Math.max(defaultRules.near.most, defaultRules.near.join * 4))
      }),
      { numRuns: 300 },
    ))

  it('names the least that has to come off the rent, to the fen', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 100, max: 200_000 }),
        fc.integer({ min: 1000, max: 9000 }),
        fc.integer({ min: 71, max: 100 }),
        (area, rent, percent) => {
          const unit: Unit = { ...plainUnit, area: area / 100, rent: rent / 100, fee: 1.25 }
          const whole = Math.round((area * rent) / 100) + Math.round((area * 125) / 100)
          const budget = Math.floor((whole * percent) / 100) / 100
          const [miss] = match({ ...openNeed, budget }, [unit], all, today).nearMisses
          fc.pre(miss !== undefined && miss.misses[0]!.remedies.length === 2)
          const { rent: lowered } = miss!.misses[0]!.remedies[0]!.change.unit!
          const fitsAt = (fen: number) =>
            failures({ ...openNeed, budget }, [{ ...unit, rent: fen / 100 }], all, today).length === 0
          const fen = Math.round(lowered! * 100)
          expect([fitsAt(fen), fitsAt(fen + 1)]).toEqual([true, false])
        },
      ),
      { numRuns: 500 },
    ))

  it('says what the rent has to come down by, or what else would do', () => {
    const [miss] = missesOf({ budget: 11_800 }, {})
    expect(miss!.sentence).toBe('租金再降 2.5 元/㎡·月即在预算内')
    expect(miss!.misses[0]!.remedies.map(({ sentence }) => sentence)).toEqual([
      '租金再降 2.5 元/㎡·月即在预算内',
      '月预算提高到 12,800 元即符合',
    ])
    expect(missesOf({ maxRent: 28 }, {})[0]!.sentence).toBe('租金再降 2 元/㎡·月即不高于上限')
  })

  it('says how late it is', () => {
    const [miss] = missesOf({ readyBy: '2026-02-01' }, { freeFrom: '2026-03-01' })
    expect(miss!.sentence).toBe('2026-03-01 起可交付，晚 28 天，能等到当日即符合')
    expect(missesOf({ readyBy: '2026-02-01' }, { freeFrom: '2026-12-01' })).toEqual([])
  })

  it('says what it could be joined with, where the firm asked for one unit or one floor', () => {
    const other: Unit = { ...plainUnit, id: 'u2', name: '302 室', area: 20, adjacent: ['u1'] }
    const area = { from: 410, to: 450 }
    const [miss] = missesOf({ area, combine: false }, {}, other)
    expect(miss).toMatchObject({ sentence: '与相邻的 302 室 合并可达 420 ㎡', join: { with: [{ id: 'u2' }], area: 420 } })
    expect(miss!.misses[0]!.remedies.map(({ sentence }) => sentence)).toEqual(['面积下限放宽到 400 ㎡即符合'])
    expect(missesOf({ area }, {}, { ...other, floor: 4 })[0]!.sentence).toBe('与相邻的 302 室 跨层合并可达 420 ㎡')
    expect(missesOf({ area }, {}, other)).toEqual([])
  })

  it('says two things where two are missing, and is not told where three are', () => {
    const asked = { area: { from: 420, to: 500 }, load: 4, height: 4.5 }
    expect(missesOf(asked, { height: 5 })[0]!.sentence).toBe(
      '面积下限放宽到 400 ㎡即符合；同时楼面荷载要求放宽到 3.5 kN/㎡即符合',
    )
    expect(missesOf(asked, {})).toEqual([])
  })
})
