/** Sharing out the reward fund: exact to the 分, never above a cap, and the same as found by trying everything. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { awardOf } from './award.ts'
import type { Awarded, GroupResult, SubjectScore } from './result.ts'
import { type AwardRule, pointScale } from './scheme.ts'

const wan = 1_000_000

type Told = { id: string; points: number | null; grade?: string | null }
function resultOf(told: readonly Told[], group = 'parks'): GroupResult {
  const subjects = told.map(({ id, points, grade = '优秀' }): SubjectScore => {
    const place = points === null ? null : 1 + told.filter((other) => (other.points ?? 0) > points).length
    const open = { items: [], extras: [], vetoes: [], gradeWhy: null, lacks: [] }
    const exact = points === null ? null : Math.round(points * pointScale)
    return { id, name: id, ...open, points: exact, least: exact ?? 0, most: exact ?? 0, place, grade }
  })
  return { group, subjects, missing: [] }
}

const ruleOf = (way: AwardRule['way'], cap: number | null = null, groups = ['parks']): AwardRule => ({
  groups,
  grades: ['优秀', '良好'],
  way,
  cap,
  use: '软件产业发展',
})
const byPoints = (cap: number | null = null) => ruleOf({ is: 'points' }, cap)
const amounts = ({ given }: Awarded) => Object.fromEntries(given.map(({ id, amount }) => [id, amount]))
const said = ({ given }: Awarded, id: string) => given.find((one) => one.id === id)!.steps.map(({ sentence }) => sentence)

describe('in proportion to the points', () => {
  it('everyone gets his part, the odd 分 by the largest remainder', () => {
    const awarded = awardOf(
      byPoints(),
      [
        resultOf([
          { id: '甲', points: 90 },
          { id: '乙', points: 80 },
          { id: '丙', points: 70 },
        ]),
      ],
      100 * wan,
    )
    expect(amounts(awarded)).toEqual({ 甲: 37_500_000, 乙: 33_333_333, 丙: 29_166_667 })
    expect(said(awarded, '甲')).toEqual(['100 万元按得分分给 3 个对象，100 万元×90÷240＝37.5 万元'])
    expect(said(awarded, '丙')).toEqual([
      '100 万元按得分分给 3 个对象，100 万元×70÷240≈291,666.67 元',
      '不足 1 分的零头按余数从大到小归整，得 291,666.67 元',
    ])
  })

  it('what a cap cuts off goes to the others in proportion, who may reach it in turn', () => {
    const result = resultOf([
      { id: '甲', points: 60 },
      { id: '乙', points: 30 },
      { id: '丙', points: 10 },
    ])
    const awarded = awardOf(byPoints(35 * wan), [result], 100 * wan)
    expect(amounts(awarded)).toEqual({ 甲: 35 * wan, 乙: 35 * wan, 丙: 30 * wan })
    expect(said(awarded, '甲')[1]).toBe('超过单个对象上限，按 35 万元计，超出部分分给其他对象')
    expect(said(awarded, '乙')[1]).toBe('加上其他对象让出的部分后超过单个对象上限，按 35 万元计，超出部分分给其他对象')
    expect(said(awarded, '丙')[1]).toBe('2 个对象达到上限后，30 万元按得分分给 1 个对象，30 万元×10÷10＝30 万元')
  })

  it('leaves a rest where all have reached the cap', () =>
    expect(awardOf(byPoints(20 * wan), [resultOf([{ id: '甲', points: 60 }])], 100 * wan)).toMatchObject({
      rest: 80 * wan,
      why: '各对象均已达上限，结余 80 万元',
    }))

  it('gives nothing for points not above nothing', () =>
    expect(
      awardOf(
        byPoints(),
        [
          resultOf([
            { id: '甲', points: 0 },
            { id: '乙', points: -3 },
          ]),
        ],
        100 * wan,
      ),
    ).toMatchObject({
      given: [{ amount: 0 }, { amount: 0 }],
      rest: 100 * wan,
      why: '得分高于 0 的对象均已达上限或没有这样的对象，结余 100 万元',
    }))

  it('shares one pot among all groups of the rule, and none with others', () => {
    const rule = ruleOf({ is: 'points' }, null, ['parks', 'buildings'])
    const results = [
      resultOf([{ id: '楼', points: 50 }], 'buildings'),
      resultOf([{ id: '园', points: 50 }]),
      resultOf([{ id: '镇', points: 99 }], 'towns'),
    ]
    const awarded = awardOf(rule, results, 10 * wan)
    expect(amounts(awarded)).toEqual({ 园: 5 * wan, 楼: 5 * wan })
  })
})

describe('in equal parts', () => {
  it('gives the odd 分 by place, then by id', () => {
    const result = resultOf([
      { id: 'b', points: 80 },
      { id: 'a', points: 80 },
      { id: 'c', points: 90 },
    ])
    const awarded = awardOf(ruleOf({ is: 'equal' }), [result], 101)
    expect(amounts(awarded)).toEqual({ c: 34, a: 34, b: 33 })
    expect(said(awarded, 'a')[0]).toBe('1.01 元由 3 个对象平均分配，1.01 元÷3≈0.34 元')
  })

  it('leaves out whose grade is not rewarded', () => {
    const result = resultOf([
      { id: '甲', points: 90 },
      { id: '乙', points: 80, grade: '合格' },
    ])
    expect(amounts(awardOf(ruleOf({ is: 'equal' }), [result], 100))).toEqual({ 甲: 100 })
    expect(awardOf(ruleOf({ is: 'equal' }), [resultOf([{ id: '乙', points: 80, grade: '合格' }])], 100)).toEqual({
      given: [],
      rest: 100,
      why: '没有等次为“优秀”、“良好”的对象',
    })
  })
})

describe('fixed sums by place', () => {
  const places = ruleOf({ is: 'places', amounts: [50 * wan, 30 * wan, 20 * wan] })

  it('are what the rule says, and the rest stays', () => {
    const awarded = awardOf(
      places,
      [
        resultOf([
          { id: '甲', points: 90 },
          { id: '乙', points: 80 },
        ]),
      ],
      100 * wan,
    )
    expect(amounts(awarded)).toEqual({ 甲: 50 * wan, 乙: 30 * wan })
    expect(awarded).toMatchObject({ rest: 20 * wan, why: '各名次的定额之外，结余 20 万元' })
    expect(said(awarded, '乙')).toEqual(['第 2 名，奖励 30 万元'])
  })

  it('are shared by equals with the places they take up', () => {
    const awarded = awardOf(
      places,
      [
        resultOf([
          { id: 'a', points: 90 },
          { id: 'b', points: 90 },
          { id: 'c', points: 1 },
          { id: 'd', points: 0 },
        ]),
      ],
      100 * wan,
    )
    expect(amounts(awarded)).toEqual({ a: 40 * wan, b: 40 * wan, c: 20 * wan, d: 0 })
    expect(said(awarded, 'b')).toEqual(['并列第 1 名共 2 个，第 1 至第 2 名的奖励合计 80 万元，平均分配，得 40 万元'])
    expect(said(awarded, 'd')).toEqual(['第 4 名，不在奖励名次之内'])
  })

  it('stay in the pot where the holder of the place is not to be rewarded', () => {
    const awarded = awardOf(
      places,
      [
        resultOf([
          { id: '甲', points: 90, grade: '合格' },
          { id: '乙', points: 80 },
        ]),
      ],
      100 * wan,
    )
    expect(awarded).toMatchObject({ given: [{ id: '乙', amount: 30 * wan }], rest: 70 * wan })
  })

  it('are cut in proportion where the pot does not reach', () => {
    const awarded = awardOf(
      places,
      [
        resultOf([
          { id: '甲', points: 90 },
          { id: '乙', points: 80 },
        ]),
      ],
      40 * wan,
    )
    expect(amounts(awarded)).toEqual({ 甲: 25 * wan, 乙: 15 * wan })
    expect(said(awarded, '甲')[1]).toBe('各名次奖励合计 80 万元，超过资金 40 万元，按比例压减为 25 万元')
  })

  it('are there for each group', () => {
    const rule = { ...places, groups: ['parks', 'buildings'] }
    const awarded = awardOf(
      rule,
      [resultOf([{ id: '园', points: 9 }]), resultOf([{ id: '楼', points: 8 }], 'buildings')],
      100 * wan,
    )
    expect(amounts(awarded)).toEqual({ 园: 50 * wan, 楼: 50 * wan })
  })
})

it('nothing is given while anything is open', () => {
  const nothing = { given: [], rest: 100, why: '还有 1 个对象的考核结果未定，暂不分配' }
  expect(
    awardOf(
      byPoints(),
      [
        resultOf([
          { id: '甲', points: 90 },
          { id: '乙', points: null },
        ]),
      ],
      100,
    ),
  ).toEqual(nothing)
  expect(
    awardOf(
      byPoints(),
      [
        resultOf([
          { id: '甲', points: 90 },
          { id: '乙', points: 80, grade: null },
        ]),
      ],
      100,
    ),
  ).toEqual(nothing)
})

describe('whatever the points, the pot and the cap', () => {
  const subjects = fc
    .array(fc.record({ points: fc.integer({ min: -5, max: 100 }), grade: fc.constantFrom('优秀', '良好', '合格') }), {
      maxLength: 9,
    })
    .map((all) => all.map((one, at) => ({ id: String(at), ...one })))
  const ways = fc.constantFrom<AwardRule['way']>({ is: 'points' }, { is: 'equal' }, { is: 'places', amounts: [70, 40, 40, 11] })
  const caps = fc.option(fc.integer({ min: 1, max: 100 }))

  it('what is given and the rest are the pot, nobody is above the cap, and every rest has its reason', () =>
    fc.assert(
      fc.property(subjects, ways, caps, fc.integer({ min: 1, max: 1000 }), (told, way, cap, pot) => {
        const { given, rest, why } = awardOf(ruleOf(way, cap), [resultOf(told)], pot)
        expect(given.reduce((all, { amount }) => all + amount, rest)).toBe(pot)
        expect(rest).toBeGreaterThanOrEqual(0)
        expect(why === null).toBe(rest === 0)
        for (const { amount, steps } of given) {
          expect(amount).toBeGreaterThanOrEqual(0)
          expect(amount).toBeLessThanOrEqual(cap ?? pot)
          expect(steps.length).toBeGreaterThan(0)
        }
        // A rest without a cap only where there was nobody to give to.
        if (way.is !== 'places' && cap === null && given.some(({ id }) => told[Number(id)]!.points > 0)) expect(rest).toBe(0)
      }),
      { numRuns: 1000 },
    ))

  it('more points never get less, and the order told makes no difference', () =>
    fc.assert(
      fc.property(subjects, ways, caps, fc.integer({ min: 1, max: 1000 }), (told, way, cap, pot) => {
        const found = amounts(awardOf(ruleOf(way, cap), [resultOf(told)], pot))
        const reversed = amounts(awardOf(ruleOf(way, cap), [resultOf([...told].reverse())], pot))
        expect(reversed).toEqual(found)
        for (const one of told) {
          for (const other of told) {
            if (one.points > other.points && found[one.id] !== undefined && found[other.id] !== undefined)
              expect(found[one.id]).toBeGreaterThanOrEqual(found[other.id]!)
          }
        }
      }),
      { numRuns: 500 },
    ))

  it('trying every way of sharing finds the same', () =>
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 14 }),
        fc.option(fc.integer({ min: 1, max: 9 })),
        fc.boolean(),
        (points, pot, cap, equal) => {
          const told = points.map((one, at) => ({ id: String(at), points: one }))
          const found = amounts(awardOf(ruleOf(equal ? { is: 'equal' } : { is: 'points' }, cap), [resultOf(told)], pot))
          // In the order of places, then ids: who comes first gets the odd one.
          const ordered = [...told].sort((a, b) => b.points - a.points || (a.id < b.id ? -1 : 1))
          const shares = ordered.map((one) => (equal ? 1 : one.points))
          const best = nearest(ideal(shares, pot, cap ?? pot), Math.min(pot, (cap ?? pot) * points.length))
          expect(ordered.map(({ id }) => found[id])).toEqual(best)
        },
      ),
      { numRuns: 1000 },
    ))
})

/** Who has the cap is found by trying all sets of subjects: the others, sharing what is left, stay within it, and these would not. */
function ideal(shares: readonly number[], pot: number, cap: number): number[] {
  for (let set = 0; set < 2 ** shares.length; set += 1) {
    const capped = shares.map((_, at) => Math.floor(set / 2 ** at) % 2 === 1)
    const left = pot - cap * capped.filter(Boolean).length
    const whole = shares.reduce((sum, share, at) => sum + (capped[at] ? 0 : share), 0)
    if (whole === 0) {
      if (left >= 0) return shares.map(() => cap)
    } else if (left >= 0 && shares.every((share, at) => (capped[at] ? left * share >= cap * whole : left * share <= cap * whole)))
      return shares.map((share, at) => (capped[at] ? cap : (left * share) / whole))
  }
  throw new Error('somebody has to have the cap or nobody')
}

/** Of all whole numbers with that sum the ones nearest to the ideal; of several, those that give more to whoever comes first. */
function nearest(ideals: readonly number[], sum: number): number[] {
  let best: number[] = []
  let least = Number.POSITIVE_INFINITY
  const tried = (parts: number[], left: number) => {
    if (parts.length === ideals.length) {
      const distance = left === 0 ? ideals.reduce((all, one, at) => all + (one - parts[at]!) ** 2, 0) : Number.POSITIVE_INFINITY
      if (distance < least - 1e-9) [best, least] = [parts, distance]
      return
    }
    for (let part = left; part >= 0; part -= 1) tried([...parts, part], left - part)
  }
  tried([], sum)
  return best
}
