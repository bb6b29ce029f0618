/** Matching one firm's need: nothing that fits is missing, nothing offered fails, and every figure can be checked. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { explain, type Match, match } from './match.ts'
import { type Need, openNeed } from './need.ts'
import { allFitting, failures, isConnected } from './oracle.ts'
import { defaultRules, type MatchRules, matchRules, wishes } from './rules.ts'
import { anyNeed, district, plainUnit, today } from './samples.ts'
import type { Space, Unit } from './unit.ts'

const all: MatchRules = matchRules.parse({ limits: { offers: 10_000, nearMisses: 1000 } })
const waived: string[] = wishes.filter((wish) => !all.binding.includes(wish))
const ids = (units: readonly Unit[]) =>
  units
    .map(({ id }) => id)
    .sort()
    .join('+')
const runs = { numRuns: 400 }

describe('offers', () => {
  it('are all spaces that fit, and no others', () => {
    let combined = 0
    fc.assert(
      fc.property(anyNeed, district(), (need, units) => {
        const { offers, fitting, unfinished } = match(need, units, all, today)
        const expected = allFitting(need, units, all, today, waived)
        combined += expected.filter(({ length }) => length > 1).length
        expect(offers.map(({ key }) => key).sort()).toEqual(expected.map(ids).sort())
        expect(fitting.singles + fitting.combinations).toBe(expected.length)
        expect(unfinished).toEqual([])
      }),
      { numRuns: 1500 },
    )
    expect(combined).toBeGreaterThan(200)
  })

  it('meet every binding demand, are connected, and have no unit too many', () =>
    fc.assert(
      fc.property(anyNeed, district(12), (need, units) => {
        for (const { units: space } of match(need, units, defaultRules, today).offers) {
          expect(failures(need, [...space], all, today).filter((name) => !waived.includes(name))).toEqual([])
          expect(isConnected([...space], need.floors)).toBe(true)
          expect(space.length).toBeLessThanOrEqual(need.combine ? need.parts : 1)
        }
      }),
      runs,
    ))

  it('have scores that are the sums of their parts, each within its bounds', () =>
    fc.assert(
      fc.property(anyNeed, district(), (need, units) => {
        for (const { score, marks } of match(need, units, all, today).offers) {
          expect(Math.round(score * 10)).toBe(marks.reduce((sum, { points }) => sum + Math.round(points * 10), 0))
          for (const { points, of, sentence } of marks) {
            expect(points).toBeGreaterThanOrEqual(0)
            expect(points).toBeLessThanOrEqual(of)
            expect(sentence).not.toBe('')
          }
        }
      }),
      runs,
    ))

  it('stand in the same order however the units are handed in', () =>
    fc.assert(
      fc.property(
        anyNeed,
        district().chain((units) => fc.tuple(fc.constant(units), fc.shuffledSubarray(units, { minLength: units.length }))),
        (need, [units, shuffled]) => {
          const told = ({ offers, nearMisses, fitting }: Match) => ({
            offers,
            fitting,
            misses: nearMisses.map(({ unit, misses, lack }) => ({ unit, misses, lack })),
          })
          expect(told(match(need, shuffled, defaultRules, today))).toEqual(told(match(need, units, defaultRules, today)))
        },
      ),
      runs,
    ))

  it('cut to a number are the first of all', () =>
    fc.assert(
      fc.property(anyNeed, district(), fc.integer({ min: 1, max: 5 }), (need, units, most) => {
        const few = matchRules.parse({ limits: { offers: most } })
        const keys = (rules: MatchRules) => match(need, units, rules, today).offers.map(({ key }) => key)
        expect(keys(few)).toEqual(keys(all).slice(0, most))
      }),
      runs,
    ))

  it('of equal scores stand by number of units, price, area and key', () => {
    const rules = matchRules.parse({ weights: { whole: 0, area: 29 } })
    const unit = (id: string, own: Partial<Unit> = {}): Unit => ({ ...plainUnit, id, building: id, area: 100, fee: 0, ...own })
    const half = (id: string, beside: string): Unit => unit(id, { building: 'h', area: 50, rent: 10, adjacent: [beside] })
    const units = [
      unit('e', { rent: null }),
      half('f', 'g'),
      half('g', 'f'),
      unit('d', { rent: 40 }),
      unit('c', { area: 120, rent: 25 }),
      unit('b'),
      unit('a'),
    ]
    const { offers } = match({ ...openNeed, area: { from: 100, to: 120 } }, units, rules, today)
    expect(new Set(offers.map(({ score }) => score)).size).toBe(1)
    expect(offers.map(({ key }) => key)).toEqual(['a', 'b', 'c', 'd', 'e', 'f+g'])
  })

  it('with what nobody knows yet say what is to be verified, and count half', () => {
    const unknown = { ...plainUnit, load: null, rent: null, readyOn: null }
    const need: Need = { ...openNeed, load: 3, budget: 20_000, readyBy: '2026-01-31' }
    const [offer] = match(need, [unknown], all, today).offers
    expect(offer).toMatchObject({ verdict: 'unknown', monthly: null, readyOn: null })
    expect(offer!.unclear).toEqual([
      '租金待核实（预算每月 20,000 元）',
      '交付日期待核实（需 2026-01-31 前）',
      '楼面荷载待核实（需 3 kN/㎡）',
    ])
    expect(offer!.marks.filter(({ verdict }) => verdict === 'unknown').map(({ name, points }) => [name, points])).toEqual([
      ['price', 10],
      ['ready', 6],
      ['build', 5],
    ])
  })

  it('of a place known roughly wait for its place when the limit is that near', () => {
    const location = { name: '天生站', longitude: 106.44, latitude: 29.83, within: 1.5 }
    const verdict = (unit: Unit, within: number) =>
      explain({ ...openNeed, location: { ...location, within } }, [unit], all, today).findings[0]!
    expect(verdict(plainUnit, 1.2)).toMatchObject({ verdict: 'met', sentence: '距天生站 1.11 km，在 1.2 km 以内' })
    const rough: Unit = { ...plainUnit, precision: 'approx' }
    expect(verdict(rough, 1.2).verdict).toBe('unknown')
    expect(verdict(rough, 0.7).verdict).toBe('unknown')
    expect(verdict(rough, 1.7).verdict).toBe('met')
    expect(verdict(rough, 0.6)).toMatchObject({
      verdict: 'not-met',
      sentence: '距天生站约 1.11 km，超出 0.51 km（需 0.6 km 以内）',
    })
  })
})

describe('exclusions', () => {
  it('are the units in no space that fits, each with all it fails', () =>
    fc.assert(
      fc.property(anyNeed, district(), (need, units) => {
        const { excluded, considered } = match(need, units, all, today)
        const offered = new Set(allFitting(need, units, all, today, waived).flat())
        const binding = (unit: Unit) =>
          failures(need, [unit], all, today)
            .filter((name) => !waived.includes(name))
            .sort()
        expect(excluded.units.map(({ unit, failed }) => [unit.id, [...failed].sort()])).toEqual(
          units.filter((unit) => !offered.has(unit)).map((unit) => [unit.id, binding(unit)]),
        )
        expect(considered).toBe(units.length)
        for (const { name, units: count } of excluded.counts)
          expect(count).toBe(excluded.units.filter(({ failed }) => failed.includes(name)).length)
        for (const { unit, failed } of excluded.units) {
          const { verdict, findings } = explain(need, [unit], all, today)
          expect(verdict).toBe('not-met')
          expect(findings.filter((one) => one.binding && one.verdict === 'not-met').map(({ name }) => name)).toEqual(failed)
        }
      }),
      runs,
    ))
})

describe('sentences', () => {
  const said = (asked: Partial<Need>, unit: Partial<Unit> = {}, ...others: Unit[]) => {
    const space: Space = [{ ...plainUnit, ...unit }, ...others]
    return explain({ ...openNeed, ...asked }, space, all, today)
  }
  const finding = (asked: Partial<Need>, unit: Partial<Unit> = {}) => said(asked, unit).findings.map(({ sentence }) => sentence)
  const mark = (name: string, ...rest: Parameters<typeof said>) => said(...rest).marks.find((one) => one.name === name)!

  it('tell areas', () => {
    expect(mark('area', { area: { from: 300, to: 500 } })).toMatchObject({
      points: 25,
      sentence: '面积 400 ㎡，在所需 300–500 ㎡ 之内',
    })
    expect(mark('area', { people: 36 })).toMatchObject({
      points: 22.2,
      sentence: '面积 400 ㎡，比所需 360 ㎡（36 人，每人 10 ㎡）多 40 ㎡',
    })
    expect(mark('area', { people: 40 }).sentence).toBe('面积 400 ㎡，正是所需 400 ㎡（40 人，每人 10 ㎡）')
    expect(finding({ area: { from: 420.5, to: null } })[0]).toBe('面积 400 ㎡，差 20.5 ㎡（需 420.5 ㎡）')
    expect(finding({ area: { from: 200, to: null } })[1]).toBe('面积 400 ㎡，多出 100 ㎡（需 200 ㎡，最多 300 ㎡）')
    expect(mark('area', { area: { from: null, to: 500 } })).toMatchObject({
      points: 17.5,
      sentence: '面积 400 ㎡，比所需 500 ㎡少 100 ㎡',
    })
  })

  it('tell prices', () => {
    expect(finding({ budget: 16_000 })).toEqual(['租金和物业费每月 12,800 元，比预算每月 16,000 元少 3,200 元'])
    expect(mark('price', { budget: 16_000 }).points).toBe(20)
    expect(mark('price', { budget: 12_800 })).toMatchObject({
      points: 10,
      sentence: '租金和物业费每月 12,800 元，正合预算每月 12,800 元',
    })
    expect(finding({ budget: 12_000 })).toEqual(['租金和物业费每月 12,800 元，超出 800 元（预算每月 12,000 元）'])
    expect(finding({ budget: 11_000 }, { fee: null })).toEqual([
      '已知租金和物业费每月 12,000 元，超出 1,000 元（预算每月 11,000 元）',
    ])
    expect(finding({ maxRent: 27.5 })).toEqual(['租金 30 元/㎡·月，高出 2.5 元/㎡·月（上限 27.5 元/㎡·月）'])
    expect(finding({ maxRent: 30, budget: 12_801 })).toEqual([
      '租金和物业费每月 12,800 元，比预算每月 12,801 元少 1 元；租金 30 元/㎡·月，不高于 30 元/㎡·月',
    ])
  })

  it('tell days', () => {
    expect(finding({ readyBy: '2026-02-01' })).toEqual(['现可交付（需 2026-02-01 前）'])
    expect(finding({ readyBy: '2026-02-01' }, { freeFrom: '2026-03-01' })).toEqual([
      '2026-03-01 起可交付，晚 28 天（需 2026-02-01 前）',
    ])
    expect(finding({ readyBy: '2026-02-01' }, { freeFrom: '2026-03-01', readyOn: null })[0]).toBe(
      '最早 2026-03-01 起可交付，晚 28 天（需 2026-02-01 前）',
    )
    expect(finding({ readyBy: '2025-11-01' })).toEqual(['现可交付（需 2025-11-01 前，已过期，按尽快交付计）'])
  })

  it('tell what the building is like', () => {
    expect(finding({ load: 5, height: 3.6, lifts: 2 })).toEqual([
      '楼面荷载 3.5 kN/㎡，差 1.5 kN/㎡（需 5 kN/㎡）',
      '层高 4 m，不低于 3.6 m',
      '电梯 2 部，不低于 2 部',
    ])
    expect(finding({ fireClass: 'one', uses: ['厂房'], network: ['双路由'] })).toEqual([
      '网络缺 双路由（需 双路由）',
      '耐火等级二级，低于所需的一级',
      '用途为办公，需 厂房',
    ])
    expect(mark('facilities', { facilities: ['食堂', '宿舍'] })).toMatchObject({
      points: 2.5,
      verdict: 'not-met',
      sentence: '配套设施缺 宿舍（需 食堂、宿舍）',
    })
  })

  it('tell of several units together', () => {
    const other: Unit = { ...plainUnit, id: 'u2', name: '302 室', area: 100, power: 20.5, floor: 4 }
    const asked = { area: { from: 450, to: 550 }, power: 120 }
    expect(said(asked, {}, other).findings.map(({ sentence }) => sentence)).toEqual([
      '合计面积 500 ㎡，不少于 450 ㎡',
      '合计面积 500 ㎡，不超过 550 ㎡',
      '供电容量合计 120.5 kW，不低于 120 kW',
    ])
    expect(mark('whole', asked, {}, other)).toMatchObject({
      points: 2,
      verdict: 'not-met',
      sentence: '由相邻的 301 室、302 室 合并，共 2 间，跨 2 层',
    })
  })

  it('tell of the place, the firms there, and how old the facts are', () => {
    const direction = '数字城市'
    expect(mark('cluster', { direction })).toMatchObject({ points: 1.8, sentence: '楼内已有数字城市企业 3 家' })
    expect(mark('direction', { direction }, { directions: ['数字文创'] })).toMatchObject({
      points: 0,
      sentence: '楼宇定位为数字文创，不含数字城市',
    })
    expect(mark('place', { near: [{ building: 'b1', name: '满星软件', longitude: null, latitude: null }] }).sentence).toBe(
      '与满星软件同楼',
    )
    expect(mark('place', { near: [{ building: 'b2', name: '满星软件', longitude: 106.44, latitude: 29.83 }] })).toMatchObject({
      points: 5,
      sentence: '距最近的满星软件 1.11 km',
    })
    expect(mark('fresh', {}, { confirmedOn: '2025-08-19' })).toMatchObject({
      points: 1.5,
      sentence: '资料于 2025-08-19 核实，距今 105 天，超过 30 天',
    })
  })
})

it('weights that do not make a hundred are refused', () => {
  expect(matchRules.safeParse({ weights: { area: 26 } }).error?.issues[0]?.message).toBe('各项分值合计应为 100 分')
})
