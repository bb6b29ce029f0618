/** How an account stands: money pays the oldest due first, what is late is late by days, and no fen is lost. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter } from './days.ts'
import { type Due, scheduleOf } from './schedule.ts'
import { accountOn, paidBy, sumsOn } from './standing.ts'
import { hundredths, type Terms } from './terms.ts'

const due = (dueOn: string, amount: number, kind: Due['kind'] = 'rent'): Due => ({
  kind,
  from: dueOn,
  to: dueOn,
  dueOn,
  amount,
  formula: '',
})
const dues = [due('2024-01-10', 100.1), due('2024-04-10', 100.1), due('2024-07-10', 100.1)]
const paid = (paidOn: string, amount: number, kind: Due['kind'] = 'rent') => ({ kind, amount, paidOn })

describe('an account', () => {
  it('is not late on the day it is due, and is the day after', () => {
    expect(accountOn(dues, [], '2024-01-10')).toMatchObject({ due: 100.1, paid: 0, overdue: 0, overdueDays: 0 })
    expect(accountOn(dues, [], '2024-01-11')).toMatchObject({ overdue: 100.1, overdueDays: 1 })
  })

  it('pays the oldest due first', () => {
    const found = accountOn(dues, [paid('2024-01-05', 150)], '2024-04-20')
    expect(found).toMatchObject({ due: 200.2, paid: 150, overdue: 50.2, overdueDays: 10, ahead: 0 })
    expect(found.dues.map(({ paid, state }) => [paid, state])).toEqual([
      [100.1, 'paid'],
      [49.9, 'overdue'],
      [0, 'later'],
    ])
    expect(found.next).toEqual({ dueOn: '2024-07-10', amount: 100.1 })
  })

  it('pays rent with rent only, and knows no money of later days', () => {
    const found = accountOn(
      [...dues, due('2024-01-10', 20, 'fee')],
      [paid('2024-01-01', 500), paid('2024-05-02', 20, 'fee')],
      '2024-05-01',
    )
    expect(found).toMatchObject({ overdue: 20, overdueDays: 112, ahead: 279.8, paid: 500 })
  })

  it('holds the deposit apart, and less what went back', () => {
    const receipts = [paid('2024-01-01', 50, 'deposit'), paid('2024-03-01', -50, 'deposit')]
    expect(accountOn([due('2024-01-01', 50, 'deposit')], receipts.slice(0, 1), '2024-02-01')).toMatchObject({
      deposit: 50,
      ahead: 0,
    })
    expect(accountOn([], receipts, '2024-03-01')).toMatchObject({ deposit: 0, ahead: 0 })
  })

  it('loses no fen: due is paid, late or still open', () => {
    const fen = fc.integer({ min: 0, max: 1e9 }).map((n) => n / 100)
    const days = fc.constantFrom('2024-01-10', '2024-02-10', '2024-03-10', '2024-04-10')
    fc.assert(
      fc.property(fc.array(fc.tuple(days, fen)), fc.array(fc.tuple(days, fen)), days, (asked, given, today) => {
        const found = accountOn(
          asked.map(([on, amount]) => due(on, amount)).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
          given.map(([on, amount]) => paid(on, amount)),
          today,
        )
        const sum = (of: number[]) => of.reduce((all, one) => all + hundredths(one), 0)
        const past = sum(asked.filter(([on]) => on < today).map(([, amount]) => amount))
        const received = sum(given.filter(([on]) => on <= today).map(([, amount]) => amount))
        expect(hundredths(found.overdue)).toBe(Math.max(0, past - received))
        expect(hundredths(found.ahead)).toBe(Math.max(0, received - hundredths(found.due)))
        expect(sum(found.dues.map(({ paid }) => paid))).toBe(Math.min(received, sum(asked.map(([, amount]) => amount))))
      }),
    )
  })

  it('has the same sums when only they are asked for', () => {
    const terms: Terms = {
      ...{ from: '2024-01-31', to: '2025-05-10', endedOn: null, area: 120.35, rent: 36.5, fee: 4, growth: 3, dueDays: 10 },
      ...{ steps: [], free: [{ from: '2024-02-10', to: '2024-03-09' }], payEvery: 'month', deposit: 9000 },
    }
    const days = fc.integer({ min: 0, max: 600 }).map((n) => dayAfter('2024-01-01', n))
    const money = fc.tuple(days, fc.integer({ min: -1e5, max: 5e6 }), fc.constantFrom<Due['kind']>('rent', 'fee', 'deposit'))
    fc.assert(
      fc.property(fc.array(money), days, (given, today) => {
        const receipts = given.map(([on, fen, kind]) => paid(on, fen / 100, kind))
        const { due, paid: got, overdue, overdueDays } = accountOn(scheduleOf(terms), receipts, today)
        expect(sumsOn(terms, paidBy(receipts, today), today)).toEqual({ due, paid: got, overdue, overdueDays })
      }),
    )
  })
})
