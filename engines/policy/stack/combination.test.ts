/** Each stacking rule by hand: what is kept, what is paid, and the sentence for what is not. */
import { describe, expect, it } from 'vitest'
import type { Award } from '../fact.ts'
import type { Stacking } from '../policy.ts'
import { awardOf, bestCombination, type Candidate } from './combination.ts'

const wan = (amount: number) => amount * 1_000_000
const titles = new Map([
  ['p/rent', '房租补贴'],
  ['p/buy', '购房补贴'],
  ['p/fit', '装修补贴'],
  ['p/desk', '工位补贴'],
])
const asks = (clause: string, amount: number, project: string | null = null): Candidate => ({
  clause: `p/${clause}`,
  project,
  amount: wan(amount),
})
const had = (clause: string, amount: number, year = 2025, project: string | null = null): Award => ({
  clause: `p/${clause}`,
  year,
  project,
  milestone: null,
  amount: wan(amount),
})
const group = (is: 'exclusive' | 'highest', clauses: string[], within: 'year' | 'project' = 'year'): Stacking => ({
  is,
  title: '不重复享受',
  clauses: clauses.map((code) => `p/${code}`),
  within,
})
const deduct = (from: string, ...paid: string[]): Stacking => ({
  is: 'deduct',
  title: '先租后买抵扣',
  from: `p/${from}`,
  paid: paid.map((code) => `p/${code}`),
})
const together = (amount: number, ...clauses: string[]): Stacking => ({
  is: 'together',
  title: '单户封顶',
  clauses: clauses.map((code) => `p/${code}`),
  amount: wan(amount),
})

/** What is paid (万元) and what is taken off, and the reason of the rest, by code and project. */
function combined(candidates: Candidate[], stacking: Stacking[], past: Award[] = []) {
  const { kept, dropped } = bestCombination({ candidates, stacking, past, year: 2025, titles })
  const code = ({ clause, project }: Candidate) => clause.slice(2) + (project ? `@${project}` : '')
  return {
    paid: Object.fromEntries(kept.map((one) => [code(one), one.amount / 1_000_000])),
    less: kept.flatMap(({ less }) => less.map(({ by }) => by)),
    dropped: Object.fromEntries(dropped.map((one) => [code(one), one.because])),
  }
}

it('without rules that bear on them, all are kept as they are', () => {
  expect(combined([asks('rent', 10), asks('fit', 5)], [group('exclusive', ['rent', 'buy'])])).toEqual({
    paid: { rent: 10, fit: 5 },
    less: [],
    dropped: {},
  })
  expect(bestCombination({ candidates: [], stacking: [], past: [], year: 2025 })).toEqual({ total: 0, kept: [], dropped: [] })
})

it('what a clause alone grants nothing for is dropped', () => {
  expect(combined([asks('rent', 0)], []).dropped).toEqual({ rent: '按条款计算为 0 元' })
})

it('a clause without a title is called by its id; an amount that is not whole is a mistake of the caller', () => {
  const [rule, a, b] = [group('exclusive', ['x', 'y']), asks('x', 1), asks('y', 2)]
  expect(combined([a, b], [rule]).dropped).toEqual({ x: '与「p/y」同一年度不重复享受，取金额较高者' })
  expect(() => combined([{ ...a, amount: 0.5 }], [])).toThrow('p/x: 0.5 is no amount in whole 分')
})

describe('exclusive', () => {
  const rule = group('exclusive', ['rent', 'buy'])

  it('keeps the higher of two', () => {
    expect(combined([asks('rent', 10), asks('buy', 30)], [rule])).toEqual({
      paid: { buy: 30 },
      less: [],
      dropped: { rent: '与「购房补贴」同一年度不重复享受，取金额较高者' },
    })
  })

  it('keeps the first by code of two that are equal, and says so', () => {
    expect(combined([asks('rent', 10), asks('buy', 10)], [rule])).toEqual({
      paid: { buy: 10 },
      less: [],
      dropped: { rent: '与「购房补贴」同一年度不重复享受，金额相同，取其一' },
    })
  })

  it('gives up the highest where two others come to more', () => {
    const rules = [group('exclusive', ['rent', 'buy']), group('exclusive', ['fit', 'buy'])]
    expect(combined([asks('rent', 20), asks('buy', 30), asks('fit', 15)], rules)).toEqual({
      paid: { rent: 20, fit: 15 },
      less: [],
      dropped: { buy: '与「装修补贴」「房租补贴」同一年度不重复享受，取合计较高者' },
    })
  })

  it('what was had in the year bars the others, not itself; what was had in another year bars nobody', () => {
    const candidates = [asks('rent', 10), asks('buy', 30)]
    expect(combined(candidates, [rule], [had('rent', 1)])).toEqual({
      paid: { rent: 10 },
      less: [],
      dropped: { buy: '同一年度已享受「房租补贴」，不重复享受' },
    })
    expect(combined(candidates, [rule], [had('rent', 1, 2024)]).paid).toEqual({ buy: 30 })
  })

  it('what was paid back entirely was not had', () => {
    expect(combined([asks('buy', 30)], [rule], [had('rent', 1), had('rent', -1)]).paid).toEqual({ buy: 30 })
  })

  it('within a project bears on the same project only, in whatever year', () => {
    const rules = [group('exclusive', ['rent', 'buy'], 'project')]
    expect(combined([asks('rent', 10, '甲'), asks('buy', 30, '甲'), asks('rent', 8, '乙')], rules)).toEqual({
      paid: { 'buy@甲': 30, 'rent@乙': 8 },
      less: [],
      dropped: { 'rent@甲': '与「购房补贴」同一项目不重复享受，取金额较高者' },
    })
    expect(combined([asks('buy', 30, '甲'), asks('buy', 9, '乙')], rules, [had('rent', 1, 2020, '甲')])).toEqual({
      paid: { 'buy@乙': 9 },
      less: [],
      dropped: { 'buy@甲': '同一项目已享受「房租补贴」，不重复享受' },
    })
  })

  it('what names no project is one project of its year', () => {
    const rules = [group('exclusive', ['rent', 'buy'], 'project')]
    expect(combined([asks('rent', 10), asks('buy', 30)], rules).paid).toEqual({ buy: 30 })
    expect(combined([asks('rent', 10)], rules, [had('buy', 1, 2024)]).paid).toEqual({ rent: 10 })
    expect(combined([asks('rent', 10)], rules, [had('buy', 1, 2025)]).paid).toEqual({})
  })

  it('several projects of one clause are no rivals of one another', () => {
    expect(combined([asks('rent', 20, '甲'), asks('rent', 20, '乙'), asks('buy', 30)], [rule])).toEqual({
      paid: { 'rent@乙': 20, 'rent@甲': 20 },
      less: [],
      dropped: { buy: '与「房租补贴」同一年度不重复享受，取金额较高者' },
    })
  })
})

describe('highest', () => {
  const rule = group('highest', ['rent', 'buy', 'desk'])

  it('keeps the one highest', () => {
    expect(combined([asks('rent', 10), asks('buy', 30), asks('desk', 20)], [rule])).toEqual({
      paid: { buy: 30 },
      less: [],
      dropped: {
        desk: '与「购房补贴」同一年度从高不重复享受，取金额较高者',
        rent: '与「购房补贴」同一年度从高不重复享受，取金额较高者',
      },
    })
  })

  it('fills up the difference to what was had for a lower one', () => {
    expect(combined([asks('buy', 30)], [rule], [had('rent', 12.5)])).toEqual({
      paid: { buy: 17.5 },
      less: ['同一年度已享受「房租补贴」12.5 万元，从高不重复，补足差额 17.5 万元'],
      dropped: {},
    })
  })

  it('pays no lower one after a higher one was had', () => {
    expect(combined([asks('rent', 10)], [rule], [had('buy', 30)])).toEqual({
      paid: {},
      less: [],
      dropped: { rent: '同一年度已享受「购房补贴」30 万元，从高不重复，无差额可补' },
    })
  })

  it('does not hold the firm to a higher one that another rule bars', () => {
    const rules = [rule, group('exclusive', ['buy', 'fit'])]
    expect(combined([asks('rent', 10), asks('buy', 30), asks('fit', 25)], rules).paid).toEqual({ rent: 10, fit: 25 })
  })

  it('asks which is the highest of what is really paid', () => {
    expect(combined([asks('rent', 10), asks('buy', 30)], [rule, deduct('buy', 'fit')], [had('fit', 25, 2023)])).toEqual({
      paid: { rent: 10 },
      less: [],
      dropped: { buy: '与「房租补贴」同一年度从高不重复享受，取合计较高者' },
    })
  })
})

describe('deduct', () => {
  const rule = deduct('buy', 'rent')

  it('takes off what was had in whatever year', () => {
    expect(combined([asks('buy', 40)], [rule], [had('rent', 12.5, 2023)])).toEqual({
      paid: { buy: 27.5 },
      less: ['已享受「房租补贴」12.5 万元，抵扣后 27.5 万元'],
      dropped: {},
    })
  })

  it('takes off no more in a later year than is left of what was had', () => {
    const first = bestCombination({ candidates: [asks('buy', 10)], stacking: [rule], past: [], year: 2024, titles })
    expect(awardOf(first.kept[0]!, 2024)).toEqual(had('buy', 10, 2024))
    const rent = had('rent', 12.5, 2023)
    const cut = (amount: number): Award => ({
      ...had('buy', 2, 2024),
      less: [{ clause: rent.clause, year: 2023, project: null, amount: wan(amount) }],
    })
    expect(combined([asks('buy', 40)], [rule], [rent, cut(8)])).toEqual({
      paid: { buy: 35.5 },
      less: ['已享受「房租补贴」12.5 万元（此前已抵扣 8 万元），抵扣后 35.5 万元'],
      dropped: {},
    })
    expect(combined([asks('buy', 40)], [rule], [rent, cut(12.5)])).toEqual({ paid: { buy: 40 }, less: [], dropped: {} })
  })

  it('takes off what is paid in the same combination, after that is reduced itself', () => {
    expect(combined([asks('buy', 40), asks('rent', 20)], [rule, together(15, 'rent')])).toEqual({
      paid: { buy: 25, rent: 15 },
      less: ['本次享受「房租补贴」15 万元，抵扣后 25 万元', '按「单户封顶」，同一年度合计不超过 15 万元，核减 5 万元'],
      dropped: {},
    })
  })

  it('never goes below nothing', () => {
    expect(combined([asks('buy', 10)], [rule], [had('rent', 12.5)])).toEqual({
      paid: {},
      less: [],
      dropped: { buy: '已享受「房租补贴」12.5 万元，抵扣后无余额' },
    })
  })

  it('takes a sum off one clause once, for all its projects and by whatever rules', () => {
    const rules = [rule, deduct('buy', 'rent', 'fit'), group('highest', ['buy', 'rent'])]
    expect(combined([asks('buy', 10, '甲'), asks('buy', 10, '乙')], rules, [had('rent', 12)])).toEqual({
      paid: { 'buy@甲': 8 },
      less: ['已享受「房租补贴」2 万元，抵扣后 8 万元'],
      dropped: { 'buy@乙': '已享受「房租补贴」12 万元，抵扣后无余额' },
    })
  })

  it('leaves out what would be taken off twice over', () => {
    const rules = [deduct('buy', 'rent'), deduct('fit', 'rent')]
    expect(combined([asks('buy', 40), asks('fit', 40), asks('rent', 10)], rules)).toEqual({
      paid: { buy: 40, fit: 40 },
      less: [],
      dropped: { rent: '如一并享受，「购房补贴」「装修补贴」将相应抵扣或核减，合计反而减少 10 万元' },
    })
  })

  it('in a circle only the later by code gives way', () => {
    expect(combined([asks('buy', 40), asks('rent', 50)], [deduct('buy', 'rent'), deduct('rent', 'buy')])).toEqual({
      paid: { buy: 40, rent: 10 },
      less: ['本次享受「购房补贴」40 万元，抵扣后 10 万元'],
      dropped: {},
    })
  })
})

describe('together', () => {
  const rule = together(200, 'buy', 'fit')

  it('reduces the later by code', () => {
    expect(combined([asks('fit', 80), asks('buy', 150)], [rule])).toEqual({
      paid: { buy: 150, fit: 50 },
      less: ['按「单户封顶」，同一年度合计不超过 200 万元，核减 30 万元'],
      dropped: {},
    })
  })

  it('reduces the one under more caps, so that others keep what it would take from both', () => {
    expect(
      combined([asks('buy', 10), asks('fit', 6), asks('rent', 6)], [together(10, 'buy', 'fit'), together(10, 'buy', 'rent')])
        .paid,
    ).toEqual({
      buy: 4,
      fit: 6,
      rent: 6,
    })
  })

  it('counts what was had in the year', () => {
    expect(combined([asks('buy', 150)], [rule], [had('fit', 60), had('fit', 60, 2024)])).toEqual({
      paid: { buy: 140 },
      less: ['按「单户封顶」，同一年度合计不超过 200 万元，已享受 60 万元，核减 10 万元'],
      dropped: {},
    })
    expect(combined([asks('buy', 150)], [rule], [had('fit', 300)])).toEqual({
      paid: {},
      less: [],
      dropped: { buy: '按「单户封顶」，同一年度合计不超过 200 万元，已享受 300 万元，额度已用完' },
    })
  })

  it('of equal totals keeps the more clauses', () => {
    const rule = together(200, 'buy', 'fit', 'desk')
    expect(combined([asks('buy', 200), asks('fit', 150), asks('desk', 60)], [rule])).toEqual({
      paid: { desk: 60, fit: 140 },
      less: ['按「单户封顶」，同一年度合计不超过 200 万元，核减 10 万元'],
      dropped: { buy: '如一并享受，「工位补贴」「装修补贴」将相应抵扣或核减，合计并不增加' },
    })
  })
})
