/** Figures from rows: what was known when, which rows make the figure, and that its parts make the whole. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Definition, Fact, Figure, Form, Period } from '../definition.ts'
import { counting, definition, ledgers, taking } from '../samples.ts'
import { compute, type Question, type Row } from './compute.ts'
import { reads } from './reads.ts'

let number = 0
const fact = (values: Fact['values'], from: string, changes: Partial<Fact> = {}): Fact => ({
  id: String(++number),
  from,
  until: null,
  knownFrom: from,
  knownUntil: null,
  values,
  ...changes,
})
const today: Question = { day: '2025-06-30', known: '2025-06-30', closedMonth: '2025-05' }

describe('a row counts', () => {
  const rows = (facts: Fact[], changes: Partial<Definition> = {}, asked: Partial<Question> = {}) =>
    compute(definition(changes), ledgers, { enterprise: facts }, { ...today, ...asked }).rows.map((row) => row.fact.from)

  it('from the first day it holds until before the first it does not', () => {
    const facts = [
      fact({}, '2025-06-30'),
      fact({}, '2025-07-01'),
      fact({}, '2024-01-01', { until: '2025-06-30' }),
      fact({}, '2024-01-02', { until: '2025-07-01' }),
    ]
    expect(rows(facts)).toEqual(['2025-06-30', '2024-01-02'])
  })

  it('from the day it is known until before it was withdrawn', () => {
    const facts = [
      fact({}, '2025-01-01', { knownFrom: '2025-06-01' }),
      fact({}, '2025-01-02', { knownFrom: '2025-06-02' }),
      fact({}, '2025-01-03', { knownUntil: '2025-06-01' }),
      fact({}, '2025-01-04', { knownUntil: '2025-06-02' }),
    ]
    expect(rows(facts, {}, { known: '2025-06-01' })).toEqual(['2025-01-01', '2025-01-04'])
  })

  it('when it meets the conditions', () => {
    const where = [{ field: 'zone', is: ['星汇园'] }]
    const facts = [fact({ zone: '星汇园' }, '2025-01-01'), fact({ zone: null }, '2025-01-02')]
    expect(rows(facts, { of: { ...counting('enterprise'), where } })).toEqual(['2025-01-01'])
  })

  it('when what is taken of it is known', () => {
    const of = taking('enterprise', 'capital')
    const facts = [fact({ capital: 7 }, '2025-01-01'), fact({ capital: null }, '2025-01-02'), fact({}, '2025-01-03')]
    expect(compute(definition({ of, unit: '元' }), ledgers, { enterprise: facts }, today).figure.of).toEqual({
      amount: 7,
      rows: 1,
    })
  })
})

it('events count on the days of the window, both ends included', () => {
  const facts = ['2024-12-31', '2025-01-01', '2025-06-30', '2025-07-01'].map((day) => fact({}, day))
  const answer = compute(definition({ of: counting('copyright'), period: 'year-to-date' }), ledgers, { copyright: facts }, today)
  expect(answer.rows.map((row) => row.fact.from)).toEqual(['2025-01-01', '2025-06-30'])
})

it('a month of cumulative reports is what came since the month before', () => {
  const reports = [
    fact({ revenue: 500 }, '2025-05-01'),
    fact({ revenue: 380 }, '2025-04-01'),
    fact({ revenue: 90 }, '2025-03-01'),
  ]
  const month = definition({ of: taking('monthly', 'revenue'), period: 'month', unit: '元' })
  const { figure, rows } = compute(month, ledgers, { monthly: reports }, today)
  expect(figure).toMatchObject({ value: 120, of: { amount: 120, rows: 2 }, month: '2025-05' })
  expect(rows.map(({ read, amount }) => [read, amount])).toEqual([
    [0, 500],
    [1, -380],
  ])
})

it('what cannot be told says why and has no rows', () => {
  expect(compute(definition({ of: counting('lease') }), ledgers, {}, { ...today, by: 'zone' })).toEqual({
    figure: { value: null, of: { amount: 0, rows: 0 }, over: null, before: null, month: null, missing: '租赁台账尚未启用' },
    rows: [],
    parts: {},
  })
})

it('events are split by the month of their day', () => {
  const facts = ['2025-03-01', '2025-03-31', '2025-06-30'].map((day) => fact({}, day))
  const yearly = definition({ of: counting('copyright'), period: 'year-to-date' })
  const { parts } = compute(yearly, ledgers, { copyright: facts }, { ...today, by: 'month' })
  expect(Object.entries(parts!).map(([month, { value }]) => [month, value])).toEqual([
    ['2025-03', 2],
    ['2025-06', 1],
  ])
})

describe('whatever the rows', () => {
  const zone = fc.constantFrom('星汇园', '星云园', '', '__proto__', null)
  const money = fc.option(fc.integer({ min: -1e12, max: 1e12 }), { freq: 5 })
  const day = fc.integer({ min: 18_600, max: 20_400 }).map((at) => new Date(at * 86_400_000).toISOString().slice(0, 10))
  const someFacts = fc.array(
    fc
      .tuple(zone, money, day)
      .map(([zone, amount, from]) => fact({ zone, revenue: amount, people: amount, worth: amount, capital: amount }, from)),
    { maxLength: 60 },
  )
  const forms = fc.constantFrom<Form>('amount', 'increase', 'growth', 'share')
  const kinds = fc.constantFrom<[Definition['of'], Period]>(
    [counting('enterprise'), 'as-of'],
    [taking('enterprise', 'capital'), 'as-of'],
    [taking('copyright', 'worth'), 'trailing-year'],
    [taking('monthly', 'people'), 'as-of'],
    [taking('monthly', 'revenue'), 'trailing-year'],
    [taking('monthly', 'revenue'), 'month'],
  )
  const asked = fc.record({ facts: someFacts, form: forms, kind: kinds, day, known: day })
  const answered = ({ facts, form, kind: [of, period], day, known }: typeof asked extends fc.Arbitrary<infer T> ? T : never) => {
    const what = definition({ of, period, form, over: form === 'share' ? { ...of, where: [] } : null, baseline: '2021-03-31' })
    const question = { day, known, closedMonth: day.slice(0, 7) }
    const answer = compute(what, ledgers, { enterprise: facts, copyright: facts, monthly: facts }, { ...question, by: 'zone' })
    const asked = reads(what, ledgers, question)
    return { ...answer, asked: 'missing' in asked ? [] : asked }
  }
  const sides = ['of', 'over', 'before'] as const

  it('the rows of a side add up to it', () => {
    fc.assert(
      fc.property(asked, (question) => {
        const { figure, rows, asked } = answered(question)
        for (const side of sides) {
          const its = rows.filter((row: Row) => asked[row.read]!.side === side)
          const sum = { amount: its.reduce((sum, { amount }) => sum + amount, 0), rows: its.length }
          expect(figure[side] ?? { amount: 0, rows: 0 }).toEqual(sum)
        }
      }),
    )
  })

  it('the parts add up to the whole on every side', () => {
    fc.assert(
      fc.property(asked, (question) => {
        const { figure, parts } = answered(question)
        const all: Figure[] = Object.values(parts!)
        for (const side of sides) {
          expect(all.reduce((sum, part) => sum + (part[side]?.amount ?? 0), 0)).toBe(figure[side]?.amount ?? 0)
          expect(all.reduce((sum, part) => sum + (part[side]?.rows ?? 0), 0)).toBe(figure[side]?.rows ?? 0)
        }
      }),
    )
  })
})
